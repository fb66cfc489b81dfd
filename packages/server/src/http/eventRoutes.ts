import type { Context, Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { findSummary } from '../store/imports.ts';
import type { ImportSummary, ServerStatus } from '../store/ServerImport.ts';
import { admit, admitTo, mayRead } from './admit.ts';
import { eventQueue, type EventQueue } from './eventQueue.ts';
import type { FeedEvent } from './importFeed.ts';
import { wrongParameter } from './readBody.ts';
import type { ServerHost } from './ServerHost.ts';

/** Nothing more happens by itself. */
const QUIET: ReadonlySet<ServerStatus> = new Set([
  'draft',
  'completed',
  'cancelled',
  'failed',
  'undone',
]);

/** Looks without news after which a sign of life is sent, so that nothing in between hangs up. */
const SIGN_OF_LIFE = 30;

/** How it goes, as server-sent events: of one import, and of all that a person may see (the bell, FX18). */
export function eventRoutes(app: Hono, host: ServerHost): void {
  app.get('/events', async (c) => {
    const person = await admit(host, c.req.raw, 'list');
    const { tenant, user } = person;
    const seen = eventsFor((shown) => mayRead(host, c.req.raw, { person, shown }));
    const schemaId = c.req.query('schema');
    const mine = isMine(c.req.query('mine'));
    const isWanted = (event: FeedEvent): boolean =>
      event.kind !== 'import' ||
      ((schemaId === undefined || event.import.schemaId === schemaId) &&
        (!mine || event.import.user === user));
    return events(c, async (stream) => {
      const queue = eventQueue(stream, host.feed.signal);
      const stop = host.feed.follow(tenant, (news) => queue.push(news.filter(isWanted)));
      try {
        const admitAgain = async (): Promise<unknown> => await admit(host, c.req.raw, 'list');
        await tellFeed(stream, queue, { seen, admitAgain });
      } finally {
        stop();
      }
    });
  });

  app.get('/:id/events', async (c) => {
    const { key } = await admitTo(host, c, 'read');
    return events(c, async (stream) => {
      let told = '';
      const { signal } = host.feed;
      for (let looks = 1; !stream.aborted && !signal.aborted; looks += 1) {
        const summary = await findSummary(host.database.client, key);
        if (summary === null) return;
        const data = JSON.stringify(summary);
        if (data !== told) await stream.writeSSE({ event: 'import', data });
        told = data;
        if (QUIET.has(summary.status)) return;
        if (looks % SIGN_OF_LIFE === 0) {
          await admitTo(host, c, 'read');
          await stream.writeSSE({ event: 'alive', data: '' });
        }
        await stream.sleep(host.followMs);
      }
    });
  });
}

/** A stream of events. One that breaks says nothing of why: whoever follows connects again, and is told then. */
function events(c: Context, tell: (stream: SSEStreamingApi) => Promise<void>): Response {
  const response = streamSSE(c, async (stream) => {
    try {
      await tell(stream);
    } catch {
      // The next connection gets the answer.
    }
  });
  // Said by the host's own server, and forbidden in HTTP/2.
  response.headers.delete('transfer-encoding');
  response.headers.delete('connection');
  // Proxies hold answers back otherwise.
  response.headers.set('x-accel-buffering', 'no');
  return response;
}

/** An event as a person may know of it. */
type Seen = (event: FeedEvent) => Promise<FeedEvent>;

/** Nothing is told of imports that a person may not see; one that they may see no more is removed for them. */
function eventsFor(mayRead: (shown: ImportSummary) => Promise<boolean>): Seen {
  const told = new Set<string>();
  return async (event) => {
    if (event.kind === 'quiet') return event;
    if (event.kind === 'import' && (await mayRead(event.import))) {
      told.add(event.import.id);
      return event;
    }
    const id = event.kind === 'import' ? event.import.id : event.id;
    return told.delete(id) ? { kind: 'removed', id } : { kind: 'quiet' };
  };
}

/** Tells what happens until the person hangs up or may not listen any more, or the server stops. */
async function tellFeed(
  stream: SSEStreamingApi,
  queue: EventQueue,
  { seen, admitAgain }: { readonly seen: Seen; readonly admitAgain: () => Promise<unknown> },
): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    const news = await queue.next();
    if (news === null) return;
    for (const one of news) {
      const event = await seen(one);
      if (event.kind === 'import')
        await stream.writeSSE({ event: 'import', data: JSON.stringify(event.import) });
      if (event.kind === 'removed')
        await stream.writeSSE({ event: 'removed', data: JSON.stringify({ id: event.id }) });
    }
    if (looks === 1) await stream.writeSSE({ event: 'ready', data: '' });
    if (looks % SIGN_OF_LIFE !== 0) continue;
    await admitAgain();
    await stream.writeSSE({ event: 'alive', data: '' });
  }
}

function isMine(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw wrongParameter('mine', 'must be true or false');
}
