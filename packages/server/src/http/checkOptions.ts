import type { ImportServerOptions } from './createImportServer.ts';

/** What must be given, and how it looks: said where somebody reads it, not in the answer to each request. */
const NEEDED = [
  ['schemas', 'a list', '[crm]', Array.isArray],
  [
    'adapter',
    'an adapter, or a function that gives one',
    'postgresAdapter({ schema, client })',
    isAdapter,
  ],
  ['database', 'a database', 'postgresDatabase(pool)', isDatabase],
  ['identify', 'a function', "(request) => ({ tenant: 'acme', user: 'ann' })", isFunction],
  ['authorize', 'a function', '(request, action, { person }) => true', isFunction],
] as const;

/** The options as JavaScript gives them. @throws TypeError that says what is missing and what to give */
export function checkOptions(options: ImportServerOptions): void {
  for (const [name, kind, example, fits] of NEEDED) {
    if (fits(options?.[name])) continue;
    throw new TypeError(`createImportServer needs ${name}: ${kind}, e.g. ${name}: ${example}.`);
  }
  for (const name of ['permissions', 'rate', 'onError'] as const) {
    if (options[name] === undefined || isFunction(options[name])) continue;
    throw new TypeError(`createImportServer: ${name} must be a function where it is given.`);
  }
}

/** Where the server is mounted, as routes begin: with a slash, and ending without one. @throws TypeError */
export function mountPath(path: string): string {
  const bare = typeof path === 'string' ? path.replace(/^\/+|\/+$/g, '') : null;
  if (bare === null || /[?#:*\s]/.test(bare)) {
    throw new TypeError(
      `createImportServer: path must be a path like /api/imports, not ${JSON.stringify(path)}.`,
    );
  }
  return bare === '' ? '' : `/${bare}`;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isAdapter(value: unknown): boolean {
  return isFunction(value) || (typeof value === 'object' && value !== null);
}

function isDatabase(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'client' in value && 'queue' in value;
}
