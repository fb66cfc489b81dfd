const ASCII = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/** Whether a lower-case text is a domain name with a top level, in ASCII or in any script (IDN). */
export function isDomain(domain: string): boolean {
  if (domain.length > 253) return false;
  if (ASCII.test(domain)) return true;
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return false;
  try {
    // The platform's own conversion to `xn--` names knows what IDNA allows and how long a label gets.
    return ASCII.test(new URL(`http://${domain}`).hostname);
  } catch {
    return false;
  }
}
