/** Good enough to catch a slip: whether an address works only a mail can tell. */
const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u;

/** Whether a text could be one e-mail address, as a setting takes them. */
export function isEmailAddress(text: string): boolean {
  return ADDRESS.test(text);
}
