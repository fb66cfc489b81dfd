import { type CellConverter, type Converted, unreadable } from './CellConverter.ts';
import { isDomain } from './isDomain.ts';

const LIMIT = 2048;
const SCHEME = /^(https?|ftp):\/\//iu;

/** A web address. A missing scheme becomes `https://`; scheme and host are put in lower case, the rest is kept. */
export const convertUrl: CellConverter = (text) => {
  const bare = text.replace(/^<(.+)>$/u, '$1').replace(/^url:\s*/iu, '');
  if (bare.length > LIMIT || /[\s\\<>"{}|^`]/u.test(bare)) return unreadable('url-invalid', text);
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  const rest = scheme === undefined ? bare.replace(/^\/\//u, '') : bare.slice(scheme.length + 3);
  return withScheme(scheme ?? 'https', rest) ?? unreadable('url-invalid', text);
};

function withScheme(scheme: string, rest: string): Converted | null {
  const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/su.exec(rest) ?? [];
  const [, user = '', host = '', port = ''] = /^([^@]*@)?(.*?)(:\d{1,5})?$/su.exec(authority) ?? [];
  const lower = host.toLowerCase().normalize('NFC');
  // Behind a bare name with a user before it stands an e-mail address, not a page.
  if (user !== '' || !(isDomain(lower.replace(/\.$/u, '')) || isAddress(lower))) return null;
  if (port !== '' && Number(port.slice(1)) > 65_535) return null;
  return `${scheme}://${lower}${port}${path}`;
}

function isAddress(host: string): boolean {
  const parts = host.split('.');
  return (
    host === 'localhost' ||
    (parts.length === 4 && parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256))
  );
}
