import type { Language } from './letterFrequencies.ts';

export interface CodePage {
  readonly label: string;
  readonly languages: readonly Language[];
  /** How rare the encoding is in files met today, as a logarithm: 0 for the most usual. */
  readonly prior: number;
}

const WESTERN = [
  'sv',
  'nb',
  'da',
  'fi',
  'is',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'ca',
  'ga',
  'sq',
  'et',
] as const;
const CENTRAL = ['cs', 'sk', 'pl', 'hu', 'hr', 'sl', 'ro', 'de'] as const;
const CYRILLIC = ['ru', 'uk', 'be', 'bg', 'sr'] as const;

/** Encodings of one byte a character that a file may be in, with the languages they were made for. */
export const CODE_PAGES: readonly CodePage[] = [
  { label: 'windows-1252', languages: WESTERN, prior: 0 },
  { label: 'windows-1250', languages: CENTRAL, prior: -1 },
  { label: 'windows-1251', languages: CYRILLIC, prior: -1 },
  { label: 'windows-1253', languages: ['el'], prior: -1.5 },
  { label: 'windows-1254', languages: ['tr', 'de'], prior: -1.5 },
  { label: 'windows-1255', languages: ['he'], prior: -1.5 },
  { label: 'windows-1256', languages: ['ar', 'fr'], prior: -1.5 },
  { label: 'windows-1257', languages: ['lt', 'lv', 'et'], prior: -1.5 },
  { label: 'windows-874', languages: ['th'], prior: -1.5 },
  { label: 'iso-8859-2', languages: CENTRAL, prior: -2 },
  { label: 'iso-8859-3', languages: ['mt', 'tr'], prior: -6 },
  { label: 'iso-8859-4', languages: ['lt', 'lv', 'et'], prior: -4 },
  { label: 'iso-8859-5', languages: CYRILLIC, prior: -3 },
  { label: 'iso-8859-6', languages: ['ar'], prior: -3 },
  { label: 'iso-8859-7', languages: ['el'], prior: -2.5 },
  { label: 'iso-8859-8', languages: ['he'], prior: -2.5 },
  { label: 'iso-8859-10', languages: ['lt', 'lv', 'et', 'is', 'sv'], prior: -6 },
  { label: 'iso-8859-13', languages: ['lt', 'lv', 'et'], prior: -3.5 },
  { label: 'iso-8859-15', languages: WESTERN, prior: -2.5 },
  { label: 'iso-8859-16', languages: ['roComma', 'hu', 'pl'], prior: -4 },
  { label: 'koi8-r', languages: ['ru', 'bg'], prior: -2 },
  { label: 'koi8-u', languages: ['uk', 'be'], prior: -3 },
  { label: 'macintosh', languages: WESTERN, prior: -3 },
  { label: 'x-mac-cyrillic', languages: CYRILLIC, prior: -4 },
  { label: 'ibm850', languages: WESTERN, prior: -3 },
  { label: 'ibm852', languages: CENTRAL, prior: -3.5 },
  { label: 'ibm866', languages: ['ru', 'uk', 'bg'], prior: -3 },
];
