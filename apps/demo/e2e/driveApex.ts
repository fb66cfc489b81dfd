import { createImporter, type Importer, type PlanSummary } from '@importera/engine';
import { serverSession } from '@importera/server/client';
import { schema } from '../scenarios/apex/schema.ts';

export interface Driven {
  /** What is stored, as CSV. */
  readonly exported: string;
  /** What the plan would do with it. */
  readonly again: PlanSummary['statuses'];
  /** What it would do with a new customer, one that is there with another phone, and one in an unknown home. */
  readonly mixed: PlanSummary['statuses'];
  readonly created: number;
}

/** An import into a project without any interface: exported, imported again, and some rows more. */
export async function driveApex(url: string, project: string): Promise<Driven> {
  const origin = url.replace(/\/$/u, '');
  const cookie = await signIn(origin);
  const importerOf = (): Importer => {
    const headers = () => ({ 'x-demo-company': 'apex', cookie });
    const access = { url: `${origin}/api/imports`, headers };
    const session = serverSession({ ...access, schema: schema.id, exports: true });
    return createImporter({ schema, session });
  };
  const file = await importerOf().session.exportFile?.('csv', { settings: { project } });
  if (file === undefined) throw new Error('There is no export.');
  const again = await planned(importerOf(), file, project);
  const importer = importerOf();
  const rows = [
    'Navn,E-post,Telefon,Bolig',
    'Uten Nettleser,hodelos@apex-e2e.example,400 00 231,H0201',
    'Åshild Brekke,ashild.brekke@kunde.example,400 00 232,H0101',
    'Uten Hus,uten.hus@apex-e2e.example,400 00 233,H9999',
  ];
  const mixed = await planned(importer, new Blob([rows.join('\n')]), project);
  await importer.actions.start();
  const state = importer.getState();
  if (state.step !== 'result') throw new Error(`The import stands at ${state.step}.`);
  return {
    exported: await file.text(),
    again,
    mixed,
    created: state.report.created['customer'] ?? 0,
  };
}

async function planned(
  importer: Importer,
  file: Blob,
  project: string,
): Promise<PlanSummary['statuses']> {
  importer.dispatch({ type: 'setting-changed', key: 'project', value: project });
  await importer.actions.openFile(file, 'hodelos.csv');
  await importer.actions.goTo('review');
  const state = importer.getState();
  if (state.step !== 'review' || state.plan.status !== 'ready') {
    throw new Error(`The import stands at ${state.step}: ${JSON.stringify(state)}`);
  }
  return state.plan.summary.statuses;
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/apex/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'ingrid' }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
