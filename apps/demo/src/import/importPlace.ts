/** The place of one import: a draft, a running one, or its result. Mails link to it too. */
export function importPlace(id: string): string {
  return `/import?import=${encodeURIComponent(id)}`;
}
