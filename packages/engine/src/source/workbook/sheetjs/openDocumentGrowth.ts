/** How many cells the repeated rows and cells of an OpenDocument sheet come to: all that are built for them. */
export function openDocumentGrowth(content: string): number {
  const tags = /<(?:\w+:)?(table-row|table-cell)\b([^>]*)>/g;
  let rows = 1;
  let cells = 0;
  for (let found = tags.exec(content); found; found = tags.exec(content)) {
    const [, name, attributes = ''] = found;
    if (name === 'table-row') rows = repeated(attributes, 'rows');
    // An empty element holds nothing and is not repeated.
    else if (!attributes.endsWith('/')) cells += rows * repeated(attributes, 'columns');
  }
  return cells;
}

function repeated(attributes: string, what: 'rows' | 'columns'): number {
  const at = attributes.indexOf(`number-${what}-repeated="`);
  return at < 0
    ? 1
    : Number.parseInt(attributes.slice(at + `number-${what}-repeated="`.length), 10) || 1;
}
