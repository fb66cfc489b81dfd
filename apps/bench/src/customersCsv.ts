const FIRST = ['Anna', 'Björn', 'Cecilia', 'David', 'Elsa', 'Fredrik', 'Gunilla', 'Håkan'];
const LAST = ['Ek', 'Lindström', 'Öberg', 'Nilsson', 'Åkesson', 'Berg', 'Svensson'];
const CITIES = ['Stockholm', 'Göteborg', 'Malmö', 'Umeå', 'Örebro', 'Luleå'];
const SEGMENTS = ['Retail', 'Industry', 'Services', 'Public sector'];

/** Names of the twelve columns `customersCsv` makes. */
export const HEADER: string =
  'Customer number,Company name,Postal code,City,Revenue,Employees,Customer since,Segment,First name,Last name,E-mail,Phone';

/**
 * A customer list as text: twelve columns, `rows` rows, every company and contact different. The same for the same
 * arguments.
 * @param quoted every cell between quotes, as some programs write them.
 */
export function customersCsv(
  rows: number,
  { quoted = false }: { readonly quoted?: boolean } = {},
): string {
  const lines = [HEADER];
  for (let n = 0; n < rows; n++) lines.push(customerLine(n, { quoted }));
  return `${lines.join('\n')}\n`;
}

/**
 * One line of it, without its end.
 * @param version another one has another city, revenue and segment: the same customer at another time.
 */
export function customerLine(
  n: number,
  { quoted = false, version = 0 }: { readonly quoted?: boolean; readonly version?: number } = {},
): string {
  const first = pick(FIRST, n);
  const last = pick(LAST, n);
  const cells = [
    String(n).padStart(6, '0'),
    `${last} & ${first} ${n} AB`,
    `${100 + (n % 900)} ${10 + (n % 90)}`,
    pick(CITIES, n + version),
    `${(n * 137 + version) % 900000}.${n % 100}`,
    String(n % 400),
    `20${String(n % 25).padStart(2, '0')}-${pad((n % 12) + 1)}-${pad((n % 28) + 1)}`,
    pick(SEGMENTS, n + version),
    first,
    last,
    `person${n}@example${n % 50}.se`,
    `08-${100 + (n % 900)} ${pad(n % 100)} ${pad((n * 7) % 100)}`,
  ];
  return cells.map((cell) => (quoted ? `"${cell}"` : cell)).join(',');
}

function pick(list: readonly string[], n: number): string {
  return list[(n * 7 + (n >> 3)) % list.length] ?? '';
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
