import type { Context } from 'hono';
import { findImport } from '../store/imports.ts';
import type { ImportSummary, StoredImport } from '../store/ServerImport.ts';
import { RequestProblem } from './problem.ts';
import type { ImportAction, Person, ServerHost } from './ServerHost.ts';

/** The host answers a request itself. */
export class HostResponse extends Error {
  override readonly name = 'HostResponse';
  readonly response: Response;

  constructor(response: Response) {
    super('The host answered.');
    // One made by `Response.redirect` or `fetch` takes no more headers, and the server adds its own.
    this.response = new Response(response.body, response);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who asks, if they may. @throws RequestProblem 401 or 403 */
export async function admit(
  host: ServerHost,
  request: Request,
  action: ImportAction,
): Promise<Person> {
  const person = await identified(host, request);
  await rated(host, request, action, person);
  await authorized(host, request, action, { person, import: null });
  return person;
}

/** The import a request names, if the person may do that with it. @throws RequestProblem 401, 403 or 404 */
export async function admitTo(
  host: ServerHost,
  c: Context,
  action: ImportAction,
): Promise<StoredImport> {
  const request = c.req.raw;
  const person = await identified(host, request);
  await rated(host, request, action, person);
  const id = (c.req.param('id') ?? '').toLowerCase();
  const found = UUID.test(id)
    ? await findImport(host.database.client, { tenant: person.tenant, id })
    : null;
  if (found === null) throw notFound('There is no such import.');
  await authorized(host, request, action, { person, import: found.shown });
  return found;
}

/** Whether a person may see an import among others. An answer of the host's own is none here. */
export async function mayRead(
  { authorize }: ServerHost,
  request: Request,
  { person, shown }: { readonly person: Person; readonly shown: ImportSummary },
): Promise<boolean> {
  return (await authorize(request, 'read', { person, import: shown })) === true;
}

export function notFound(detail: string): RequestProblem {
  return new RequestProblem(404, 'not-found', detail);
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Who asks. @throws RequestProblem 401 */
export async function identified({ identify }: ServerHost, request: Request): Promise<Person> {
  const person = await identify(request);
  if (person !== null) return person;
  throw new RequestProblem(401, 'not-signed-in', 'Sign in to import.');
}

async function rated(
  { rate }: ServerHost,
  request: Request,
  action: ImportAction,
  person: Person,
): Promise<void> {
  const answer = (await rate?.(person, action, request)) ?? true;
  if (answer === true) return;
  if (answer instanceof Response) throw new HostResponse(answer);
  const detail = 'That was asked too often. Try again in a while.';
  const seconds = typeof answer === 'number' ? Math.max(1, Math.ceil(answer)) : 60;
  throw new RequestProblem(429, 'too-many', detail, { retryAfterSeconds: seconds });
}

async function authorized(
  { authorize }: ServerHost,
  request: Request,
  action: ImportAction,
  target: Parameters<ServerHost['authorize']>[2],
): Promise<void> {
  const allowed = await authorize(request, action, target);
  if (allowed instanceof Response) throw new HostResponse(allowed);
  if (!allowed)
    throw new RequestProblem(403, 'not-allowed', 'You may not do this import.', { action });
}
