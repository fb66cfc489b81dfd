import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import type { Localized } from '../scenarios/Localized.ts';
import type { Person } from '../scenarios/Person.ts';
import type { Scenario } from '../scenarios/Scenario.ts';

/** Signing in and out. There are no passwords: it is a demo. One can be somebody in each company at once. */
export function sessionRoutes(scenario: Scenario): Hono {
  const { people } = scenario;
  const cookie = cookieOf(scenario);
  const state = (person: Person | null) => ({
    person,
    people,
    refusal: person && refusalOf(scenario, person),
  });
  const routes = new Hono();
  routes.get('/', (context) => context.json(state(signedIn(scenario, context.req.raw))));
  routes.post('/', async (context) => {
    const { person: id } = await context.req.json<{ readonly person?: unknown }>();
    const person = people.find((candidate) => candidate.id === id);
    if (person === undefined)
      return context.json({ error: { message: 'Nobody here has that name.' } }, 400);
    setCookie(context, cookie, person.id, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.json(state(person));
  });
  routes.delete('/', (context) => {
    deleteCookie(context, cookie, { path: '/' });
    return context.json(state(null));
  });
  return routes;
}

/** Why somebody may not import at all, in every language; null who may. */
function refusalOf({ permissions }: Scenario, person: Person): Localized | null {
  const [en, sv] = (['en', 'sv'] as const).map(
    (language) => permissions(person, (text) => text[language]).import ?? true,
  );
  return typeof en === 'string' && typeof sv === 'string' ? { en, sv } : null;
}

/** Who of a company a request comes from, by its cookie. */
export function signedIn(scenario: Scenario, request: Request): Person | null {
  const cookie = cookieOf(scenario);
  const id = parse(request.headers.get('cookie') ?? '', cookie)[cookie];
  return scenario.people.find((person) => person.id === id) ?? null;
}

export function signedInOnly(scenario: Scenario): MiddlewareHandler {
  return async (context, next) => {
    if (signedIn(scenario, context.req.raw) !== null) return next();
    return context.json({ error: { message: 'Sign in first.' } }, 401);
  };
}

export function administratorsOnly(scenario: Scenario): MiddlewareHandler {
  return async (context, next) => {
    if (signedIn(scenario, context.req.raw)?.isAdministrator === true) return next();
    return context.json({ error: { message: 'Only administrators may add fields.' } }, 403);
  };
}

function cookieOf({ path }: Scenario): string {
  return `importera_demo_${path}`;
}
