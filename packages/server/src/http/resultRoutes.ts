import { OUTCOME_STATUSES, type OutcomeStatus } from '@importera/engine';
import type { Hono } from 'hono';
import { writtenIds } from '../store/importReport.ts';
import { listOutcomes } from '../store/outcomes.ts';
import { admitTo, notFound } from './admit.ts';
import { countParameter, wrongParameter } from './readBody.ts';
import type { ServerHost } from './ServerHost.ts';

/** What became of it: outcomes, report. */
export function resultRoutes(app: Hono, host: ServerHost): void {
  const { client } = host.database;

  app.get('/:id/outcomes', async (c) => {
    const { key } = await admitTo(host, c, 'read');
    const limit = countParameter(c.req.query('limit'), { name: 'limit', absent: 200, most: 2_000 });
    const outcomes = await listOutcomes(client, key, {
      statuses: outcomeStatuses(c.req.query('status')),
      after: countParameter(c.req.query('after'), {
        name: 'after',
        absent: 0,
        most: 2_147_483_647,
      }),
      limit,
    });
    const last = outcomes.at(-1)?.row ?? null;
    return c.json({ outcomes, next: outcomes.length < limit ? null : last });
  });

  app.get('/:id/report', async (c) => {
    const { key, shown } = await admitTo(host, c, 'read');
    if (shown.report === null) {
      const detail = `This import has no report yet: its status is "${shown.status}". It has one when it has ended.`;
      throw notFound(detail);
    }
    return c.json({ ...shown.report, ids: await writtenIds(client, key) });
  });
}

function outcomeStatuses(text: string | undefined): readonly OutcomeStatus[] | null {
  if (text === undefined) return null;
  const wanted = text.split(',');
  const known = OUTCOME_STATUSES.filter((status) => wanted.includes(status));
  if (known.length === wanted.length) return known;
  const all = OUTCOME_STATUSES.join(', ');
  throw wrongParameter(
    'status',
    `must be one or several of ${all}, with commas between them, not "${text.slice(0, 80)}"`,
  );
}
