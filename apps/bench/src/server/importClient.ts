import { openAsBlob } from 'node:fs';
import {
  createMapping,
  openSource,
  readTable,
  suggestMapping,
  type Recipe,
} from '@importera/engine';
import { customerTable as schema } from './customerTable.ts';

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly error: unknown;
  readonly progress?: { readonly rowsDone?: number } | null;
}

export interface ImportTimes {
  /** From the start being asked for until the import has ended: reading, planning, writing, report. */
  readonly ms: number;
  /** Of that, until the first rows were written. */
  readonly planMs: number;
}

/** Does over HTTP what a browser does: uploads the file, keeps the recipe, starts, and waits. */
export async function importByServer(port: number, file: string): Promise<ImportTimes> {
  const base = `http://127.0.0.1:${port}/imports`;
  const call = async (method: string, path: string, body?: unknown): Promise<Shown> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Shown;
  };
  const { id } = await call('POST', '', { schema: schema.id, fileName: 'customers.csv' });
  await upload(`${base}/${id}/uploads`, await openAsBlob(file));
  await call('PATCH', `/${id}`, { recipe: await recipeFor(file) });
  const start = performance.now();
  await call('POST', `/${id}/start`, {});
  let planMs = 0;
  for (;;) {
    const { status, error, progress } = await call('GET', `/${id}`);
    if (planMs === 0 && (progress?.rowsDone ?? 0) > 0) planMs = performance.now() - start;
    if (status === 'completed') return { ms: performance.now() - start, planMs };
    if (status === 'failed') throw new Error(JSON.stringify(error));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function upload(url: string, file: Blob): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(file.size),
      'upload-metadata': `filename ${Buffer.from('customers.csv').toString('base64')}`,
      'content-type': 'application/offset+octet-stream',
    },
    body: file,
  });
  if (response.status !== 201)
    throw new Error(`upload: ${response.status} ${await response.text()}`);
}

async function recipeFor(file: string): Promise<Recipe> {
  const table = await readTable(
    await openSource(await openAsBlob(file), { name: 'customers.csv' }),
  );
  const { columns } = createMapping(table.columns, suggestMapping(table.columns, schema), schema);
  return {
    version: 1,
    read: {},
    columns,
    defaults: [],
    policy: { mode: 'create-and-update', ambiguous: 'create', allOrNothing: false },
    settings: {},
    edits: [],
    excluded: [],
  };
}
