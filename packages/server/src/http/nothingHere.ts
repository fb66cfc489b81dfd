import { ROUTES } from '../openapi/routes.ts';
import { problemResponse } from './problem.ts';

/** The answer where no route is: another method of the path, or no such path. */
export function nothingHere({ method, url }: Request, path: string): Response {
  const asked = new URL(url).pathname.replace(/\/$/, '');
  const own = asked === path || asked.startsWith(`${path}/`) ? asked.slice(path.length) : null;
  const methods = ROUTES.filter(
    (route) => own !== null && patternOf(route.path).test(own === '' ? '/' : own),
  ).map((route) => route.method);
  if (methods.length === 0) {
    const detail = `There is nothing here. GET ${path}/openapi.json tells what there is.`;
    return problemResponse({ status: 404, code: 'not-found', detail });
  }
  const allow = methods.join(', ');
  const detail = `${method} is not answered here; there is ${allow}.`;
  const problem = { status: 405, code: 'method-not-allowed', detail, params: { allow } };
  return problemResponse(problem, new Headers({ allow }));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
}
