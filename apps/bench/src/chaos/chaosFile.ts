/** Companies of a file of so many rows: each stands in five rows or so, at any distance. */
const ROWS_OF_COMPANY = 5;

/** Rows whose values depend on which comes last, and on nothing else: order shows. */
export function chaosFile(rows: number): Blob {
  const random = randomFrom(7);
  const companies = Math.ceil(rows / ROWS_OF_COMPANY);
  const parts = ['Company number,Company name,City,Revenue,E-mail,Contact name,Title\n'];
  for (let row = 0; row < rows; row += 1) {
    // Most rows are near others of their company, one in ten is anywhere in the file.
    const near = Math.floor(row / ROWS_OF_COMPANY);
    const company = random() < 0.9 ? near : Math.floor(random() * companies);
    const contact = random() < 0.7 ? row : company * ROWS_OF_COMPANY + Math.floor(random() * 3);
    const mail = random() < 0.01 ? 'no address' : `person${contact}@example.com`;
    parts.push(
      `N${company},Company ${company},City ${row},${row},${mail},Name ${row},Title ${row % 100}\n`,
    );
  }
  return new Blob(parts);
}

export interface StoredCompany {
  readonly number: string;
  readonly name: string;
}

/** One company in four is stored before the import. */
export function storedCompanies(rows: number): readonly StoredCompany[] {
  const companies = Math.ceil(rows / ROWS_OF_COMPANY);
  return Array.from({ length: Math.ceil(companies / 4) }, (_, i) => ({
    number: `N${i * 4}`,
    name: `Company ${i * 4} as it was`,
  }));
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
