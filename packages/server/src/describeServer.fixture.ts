import type {
  PlanSummary,
  Report,
  RowPage,
  RowOutcome,
  TableInfo,
  ColumnSuggestion,
  ColumnTarget,
  UnknownValue,
} from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerDatabase } from './database/ServerDatabase.ts';
import { crm, CUSTOMERS, largeFile, openApi, recipe, tus, type Api } from './server.fixture.ts';
import type { ImportSummary, ServerImport } from './store/ServerImport.ts';

/** Everything server and worker do together, on any Postgres. */
export function describeServer(name: string, open: () => Promise<ServerDatabase>): void {
  describe(`an import server on ${name}`, { timeout: 180_000 }, () => {
    let api: Api;
    beforeAll(async () => {
      api = await openApi(await open());
      await api.worker().start();
    }, 120_000);
    afterAll(() => api?.close());

    test('takes a file, plans it, writes it, and tells what became of every row', async () => {
      const id = await api.upload(CUSTOMERS);
      const { table, suggestions } = await api.json<{
        table: TableInfo;
        suggestions: readonly ColumnSuggestion[];
      }>('POST', `/${id}/table`, { whole: true });
      expect(table).toMatchObject({ fileName: 'customers.csv', rowCount: 4, complete: true });
      expect(suggestions).toHaveLength(4);
      const { values } = await api.json<{ values: readonly UnknownValue[] }>(
        'POST',
        `/${id}/unknown-values`,
        { recipe },
      );
      expect(values).toEqual([]);
      const { summary } = await api.json<{ summary: PlanSummary }>('POST', `/${id}/plan`, {
        recipe,
      });
      expect(summary).toMatchObject({ rows: 4, statuses: { create: 3, reject: 1 } });
      const reviewed = await api.json<RowPage>('POST', `/${id}/rows`, { statuses: ['reject'] });
      expect(reviewed.rows.map(({ row, cells, outcome }) => [row, cells[3], outcome])).toEqual([
        [4, 'Cia', null],
      ]);

      await api.json('POST', `/${id}/start`, {});
      const done = await api.until(id, 'completed', 'failed');
      expect(done).toMatchObject({ status: 'completed', rows: 4, user: 'ann', error: null });
      expect(done.report).toMatchObject({
        rows: 4,
        created: { company: 2, contact: 3 },
        rejected: 1,
        skipped: 0,
      });

      const { outcomes } = await api.json<{ outcomes: readonly RowOutcome[] }>(
        'GET',
        `/${id}/outcomes`,
      );
      expect(outcomes.map(({ row, status }) => [row, status])).toEqual([
        [2, 'written'],
        [3, 'written'],
        [4, 'rejected'],
        [5, 'written'],
      ]);
      const red = await api.json<RowPage>('POST', `/${id}/rows`, { outcomes: ['rejected'] });
      expect(red.rows.map(({ row, outcome }) => [row, outcome?.status])).toEqual([[4, 'rejected']]);
      const report = await api.json<Report>('GET', `/${id}/report`);
      expect(report.ids['contact']).toHaveLength(3);
      const errors = await (await api.call('GET', `/${id}/errors/csv`)).text();
      expect(errors).toContain('cia@@beta');
      expect(errors).not.toContain('anna@acme.se');
    });

    test('corrected rows are imported alone, and all of it can be undone', async () => {
      const id = await api.start(CUSTOMERS.replaceAll('Acme', 'Gamma').replaceAll('Beta', 'Delta'));
      expect((await api.until(id, 'completed')).report).toMatchObject({ rejected: 1 });
      const corrected = { ...recipe, edits: [{ row: 4, column: 2, value: 'cia@beta.se' }] };
      const { summary } = await api.json<{ summary: PlanSummary }>('POST', `/${id}/plan`, {
        recipe: corrected,
      });
      expect(summary.statuses.reject).toBe(0);
      await api.json('POST', `/${id}/start`, {});
      const done = await api.until(id, 'completed');
      expect(done.report).toMatchObject({
        rows: 4,
        created: { company: 2, contact: 4 },
        rejected: 0,
      });
      await api.json('POST', `/${id}/undo`, {});
      expect(await api.until(id, 'undone')).toMatchObject({
        undo: { reversed: 6, kept: 0, failed: 0 },
      });
      const request = { entity: 'contact', fields: ['email'], keys: [['cia@beta.se']] };
      const { matches } = await api.adapter.lookup(request, { importId: '', settings: {} });
      expect(matches).toEqual([[]]);
    });

    test('a paused import rests, and goes on to the same end', async () => {
      const rows = 4_000;
      const id = await api.start(largeFile(rows));
      await api.until(id, 'running');
      await api.json('POST', `/${id}/pause`, {});
      const paused = await api.until(id, 'paused', 'completed');
      expect(paused.status).toBe('paused');
      await api.json('POST', `/${id}/resume`, {});
      const done = await api.until(id, 'completed');
      expect(done.report).toMatchObject({
        rows,
        created: { company: rows / 2, contact: rows },
        rejected: 0,
      });
    });

    test('a cancelled import keeps what was written, and goes on when it is started again', async () => {
      const content = largeFile(4_000)
        .replaceAll('Company ', 'Firm ')
        .replaceAll('person', 'worker')
        .replace('Firm name', 'Company name');
      const id = await api.start(content);
      await api.until(id, 'running');
      await api.json('POST', `/${id}/cancel`, {});
      const cancelled = await api.until(id, 'cancelled');
      expect(cancelled.report?.status).toBe('cancelled');
      await api.json('POST', `/${id}/start`, {});
      const done = await api.until(id, 'completed');
      expect(done.report).toMatchObject({
        rows: 4_000,
        created: { company: 2_000, contact: 4_000 },
      });
    });

    test('events tell every state until the end', async () => {
      const id = await api.start(CUSTOMERS.replaceAll('Acme', 'Epsilon'));
      const events = await (await api.call('GET', `/${id}/events`)).text();
      const data = events.split('\n').filter((line) => line.startsWith('data: {'));
      const states = data.map((line) => (JSON.parse(line.slice(6)) as ImportSummary).status);
      expect(states.at(-1)).toBe('completed');
    });

    test('lists drafts, running and finished imports, newest first', async () => {
      const id = await api.upload(CUSTOMERS, 'åäö draft.csv');
      const { imports } = await api.json<{ imports: readonly ImportSummary[] }>(
        'GET',
        '?status=draft&schema=crm',
      );
      expect(imports[0]).toMatchObject({
        id,
        fileName: 'åäö draft.csv',
        user: 'ann',
        status: 'draft',
      });
      const finished = await api.json<{ imports: readonly ImportSummary[] }>(
        'GET',
        '?status=finished&limit=200',
      );
      expect(finished.imports.length).toBeGreaterThan(0);
      expect(finished.imports.every(({ status }) => status !== 'draft')).toBe(true);
      expect(await (await api.call('GET', `/${id}/file`)).text()).toBe(CUSTOMERS);
      expect((await api.call('DELETE', `/${id}`)).status).toBe(204);
      expect((await api.call('GET', `/${id}`)).status).toBe(404);
    });

    test('an upload that stops half way goes on where it was', async () => {
      const { id } = await api.json<ServerImport>('POST', '', { schema: 'crm' });
      const bytes = new TextEncoder().encode(CUSTOMERS);
      const made = await api.call(
        'POST',
        `/${id}/uploads`,
        undefined,
        tus('half.csv', bytes.byteLength),
      );
      expect(made.status).toBe(201);
      const place = new URL(
        made.headers.get('location') ?? '',
        'http://localhost',
      ).pathname.replace('/api/imports', '');
      const part = (from: number, to: number) =>
        api.call('PATCH', place, bytes.slice(from, to), {
          'tus-resumable': '1.0.0',
          'upload-offset': String(from),
          'content-type': 'application/offset+octet-stream',
        });
      expect((await part(0, 40)).status).toBe(204);
      expect((await api.call('POST', `/${id}/table`, {})).status).toBe(409);
      // Sent again, or from the wrong place: refused, and nothing is doubled.
      expect((await part(0, 40)).status).toBe(409);
      expect((await part(60, 80)).status).toBe(409);
      const asked = await api.call('HEAD', place, undefined, { 'tus-resumable': '1.0.0' });
      expect(asked.headers.get('upload-offset')).toBe('40');
      expect((await part(40, bytes.byteLength)).status).toBe(204);
      expect(await (await api.call('GET', `/${id}/file`)).text()).toBe(CUSTOMERS);
    });

    test('custom fields of the host are targets like any other; a new one is made by the import', async () => {
      const none = { importId: '', settings: {} };
      await api.adapter.createField(
        { entity: 'contact', field: 'nick', label: 'Nickname', type: 'text' },
        none,
      );
      const targets: Readonly<Record<string, ColumnTarget>> = {
        City: { kind: 'new-field', entity: 'contact', field: 'town', label: 'Town', type: 'text' },
        'First name': { kind: 'field', entity: 'contact', field: 'nick' },
      };
      const columns = recipe.columns.map((column) => ({
        ...column,
        target: targets[column.header] ?? column.target,
      }));
      const custom = { ...recipe, columns };
      const id = await api.start(CUSTOMERS.replaceAll('@', '@custom.'), custom);
      expect(await api.until(id, 'completed', 'failed')).toMatchObject({
        status: 'completed',
        error: null,
      });
      const request = { entity: 'contact', fields: ['email'], keys: [['anna@custom.acme.se']] };
      const { matches } = await api.adapter.lookup(request, none);
      expect(matches[0]?.[0]?.values).toMatchObject({ nick: 'Anna', town: 'Malmö' });
    });

    test('templates have a column per field', async () => {
      const text = await (await api.call('GET', `/templates/${crm.id}/csv`)).text();
      expect(text).toContain('Company name');
    });
  });
}
