import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import { people, type Person } from './people.ts';

const COOKIE = 'nordlys_person';

/** Signing in and out. There are no passwords: it is a demo. */
export function sessionRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', (context) => context.json({ person: signedIn(context.req.raw), people }));
  routes.post('/', async (context) => {
    const { person: id } = await context.req.json<{ readonly person?: unknown }>();
    const person = people.find((candidate) => candidate.id === id);
    if (person === undefined)
      return context.json({ error: { message: 'Nobody here has that name.' } }, 400);
    setCookie(context, COOKIE, person.id, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.json({ person, people });
  });
  routes.delete('/', (context) => {
    deleteCookie(context, COOKIE, { path: '/' });
    return context.json({ person: null, people });
  });
  return routes;
}

/** Who a request comes from, by its cookie. */
export function signedIn(request: Request): Person | null {
  const id = parse(request.headers.get('cookie') ?? '', COOKIE)[COOKIE];
  return people.find((person) => person.id === id) ?? null;
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Why this request may not change anything; null when it may (FX1). */
export function refusal(request: Request): Refusal | null {
  const person = signedIn(request);
  if (person === null) return { status: 401, message: 'Sign in first.' };
  if (person.role === 'administrator') return null;
  return {
    status: 403,
    message: `Only administrators may import or change fields. ${person.name} is signed in as a seller.`,
  };
}

export const signedInOnly: MiddlewareHandler = async (context, next) => {
  if (signedIn(context.req.raw) !== null) return next();
  return context.json({ error: { message: 'Sign in first.' } }, 401);
};

export const administratorsOnly: MiddlewareHandler = async (context, next) => {
  const refused = refusal(context.req.raw);
  if (refused === null) return next();
  const { status, message } = refused;
  return context.json({ error: { code: 'not-allowed', message, transient: false } }, status);
};
