/** Texts as a Postgres array literal: one parameter for thousands of values, whichever driver carries it. */
export function arrayLiteral(texts: readonly (string | null)[]): string {
  return `{${texts.map(element).join(',')}}`;
}

function element(text: string | null): string {
  if (text === null) return 'NULL';
  // Only what can be taken for nothing else goes without quotes.
  if (/^[\da-f-]{8,}$/.test(text)) return text;
  return `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}

/**
 * SQL that says whether an id is one of those in a parameter made by `arrayLiteral`. Through a sub-select, the planner takes the list
 * for a short one and goes by the index, on tables of any size and with statistics or without. Otherwise it may read the whole
 * table, or compare every record with every id.
 */
export function isAmongSql(id: string, parameter: string, type: string): string {
  return `${id} = ANY (ARRAY(SELECT unnest(${parameter}::text::${type}[])))`;
}
