import { type CellConverter, type Converted, unreadable } from './CellConverter.ts';
import { isDomain } from './isDomain.ts';

const PLAIN =
  /^[a-zA-Z0-9][a-zA-Z0-9._%+-]{0,62}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/u;
// RFC 5321 and 6531: dot-separated atoms (letters of any script too), or a quoted text.
const LOCAL =
  /^(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*|"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+")$/u;
const LOCAL_LIMIT = 64;
const LIMIT = 254;

/**
 * One address: alone, as `mailto:`, as `Name <a@b.se>`, or with a stray comma or bracket behind it. The domain is
 * put in lower case; the part before it is the mailbox's own business.
 */
export const convertEmail: CellConverter = (text) =>
  PLAIN.test(text) && text.length <= LIMIT && !text.includes('..') && !text.includes('.@')
    ? text
    : convertLoose(text);

function convertLoose(text: string): Converted {
  if (text.length > 4 * LIMIT) return unreadable('email-invalid', text);
  const bare = bareAddress(text);
  if (/@.*[;,\s].*@/su.test(bare)) return unreadable('email-several', text);
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at);
  const domain = bare
    .slice(at + 1)
    .toLowerCase()
    .normalize('NFC');
  const fits = at > 0 && local.length <= LOCAL_LIMIT && bare.length <= LIMIT;
  return fits && LOCAL.test(local) && isDomain(domain)
    ? `${local}@${domain}`
    : unreadable('email-invalid', text);
}

function bareAddress(text: string): string {
  const bracketed = /^[^<>]*<([^<>]+)>[\s,;.]*$/u.exec(text);
  return (bracketed?.[1] ?? text)
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/\?(?:subject|body|cc|bcc)=.*$/iu, '')
    .replace(/^[<([{'"]{1,3}(?=[^"]*@)/u, '')
    .replace(/[>)\]}'",;:.!]{1,4}$/u, '');
}
