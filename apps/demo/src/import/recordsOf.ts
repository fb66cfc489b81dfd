/** The address of exactly the records an import wrote (FX20). */
export function recordsOf(entity: string, importId: string): string {
  const list = entity === 'contact' ? 'contacts' : 'companies';
  return `/${list}?import=${encodeURIComponent(importId)}`;
}
