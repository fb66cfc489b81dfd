import { createImporter } from '@importera/engine';
import { connectWorker } from '@importera/engine/worker';
import { customersCsv } from '../customersCsv.ts';
import { customerSchema } from '../customerSchema.ts';

/** What a page measures of one import, in milliseconds. */
export interface PageTimes {
  /** From the drop to the first rows. */
  readonly firstRows: number;
  /** From the drop until the whole file is read, mapped, converted, checked and planned. */
  readonly plan: number;
  /** papaparse alone on the same file, in a worker too. */
  readonly papaparse: number;
  /** The longest the page's own thread was held, meanwhile. */
  readonly longestTask: number;
}

declare global {
  interface Window {
    measureImport(rows: number, quoted: boolean): Promise<PageTimes>;
  }
}

window.measureImport = async (rows, quoted) => {
  const file = new File([customersCsv(rows, { quoted })], 'customers.csv');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const watch = watchTasks();
  const times = await importTimes(file);
  const longestTask = watch.stop();
  return { ...times, papaparse: await papaparseTime(file), longestTask };
};

async function importTimes(file: File): Promise<{ firstRows: number; plan: number }> {
  const session = connectWorker(startWorker('import'));
  const importer = createImporter({ schema: customerSchema, session });
  const start = performance.now();
  await importer.actions.openFile(file);
  const firstRows = performance.now() - start;
  while (importer.getState().step !== 'review') await importer.actions.next();
  const plan = performance.now() - start;
  const state = importer.getState();
  if (state.step !== 'review' || state.plan.status !== 'ready')
    throw new Error(state.error?.message);
  importer.dispose();
  return { firstRows, plan };
}

async function papaparseTime(file: File): Promise<number> {
  const worker = startWorker('papaparse');
  const answer = new Promise<MessageEvent>((resolve) =>
    worker.addEventListener('message', resolve),
  );
  worker.postMessage(file);
  const { milliseconds } = (await answer).data;
  worker.terminate();
  return milliseconds;
}

function startWorker(name: string): Worker {
  return new Worker('/worker.js', { type: 'module', name });
}

/** Watches how long the thread is away: the largest gap between two turns of a message loop. */
function watchTasks(): { stop(): number } {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  let isOn = true;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    stop() {
      isOn = false;
      return longest;
    },
  };
}
