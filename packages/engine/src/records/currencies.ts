/** ISO 4217 codes, as the platform knows them. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** What people write for a currency beside its symbol and code, in lower case without a final dot. */
export const CURRENCY_WORDS: ReadonlySet<string> = new Set([
  'kr',
  'kronor',
  'kroner',
  'lei',
  'leu',
  'ron',
  'zł',
  'zl',
  'kč',
  'kc',
  'ft',
  'fr',
  'sfr',
  'euro',
  'eur',
  'us',
  'lv',
  'din',
  'kn',
  'руб',
  'tl',
  'rs',
  'r',
]);
