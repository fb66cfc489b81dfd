/** A name as an SQL identifier, whatever it holds: `we"ird` → `"we""ird"`. Postgres allows every character but NUL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** A text as an SQL literal, for the few places that take no parameter (index expressions, defaults). */
export function quoteText(text: string): string {
  const escaped = text.replaceAll('\0', '').replaceAll("'", "''");
  return escaped.includes('\\') ? ` E'${escaped.replaceAll('\\', '\\\\')}'` : `'${escaped}'`;
}
