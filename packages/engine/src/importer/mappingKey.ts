/** What a recipe is remembered by: the headers of the file, and the kind, since each kind leaves other columns out. */
export function mappingKey(signature: string, kind: string | undefined): string {
  return kind === undefined ? signature : `${signature}#${kind}`;
}
