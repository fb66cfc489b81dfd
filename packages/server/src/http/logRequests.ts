import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from '../logs/Logger.ts';
import { isUuid } from './admit.ts';

/**
 * Says of each request which route it took, how it ended and how long that took. Not its address as it came: that may hold
 * names of files. The request's id is the caller's `x-request-id`, or a new one; the answer carries it.
 */
export function logRequests(logger: Logger): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    const requestId = requestIdOf(c.req.header('x-request-id'));
    await next();
    c.res.headers.set('x-request-id', requestId);
    // The first that fits is the one that answered.
    const route = matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? 'none';
    const importId = c.req.param('id');
    logger.info(
      {
        requestId,
        method: c.req.method,
        route,
        status: c.res.status,
        ms: Math.round(performance.now() - began),
        ...(importId !== undefined && isUuid(importId) && { importId }),
      },
      'request',
    );
  };
}

/** An id that a proxy gave, if it is one and nothing else. */
function requestIdOf(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}
