/** A name as part of an address: `Åkerös Maskin AB` is `akerosmaskin`, without what says that it is a company. */
export function slug(name: string, between = ''): string {
  return name
    .replace(/ (?:AB|SRL|SA|PFA)$/u, '')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, between);
}
