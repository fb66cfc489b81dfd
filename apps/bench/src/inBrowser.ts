import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../../.scripts/chromium.ts';
import type { PageTimes } from './browser/page.ts';
import { median } from './pairedRuns.ts';

/** A whole import in Chromium, the work in a worker, against papaparse alone in a worker. */
export async function inBrowser(): Promise<void> {
  const server = await servePage();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    for (const [rows, quoted] of [
      [100_000, false],
      [100_000, true],
      [300_000, false],
    ] as const) {
      const runs: PageTimes[] = [];
      for (let n = 0; n < 5; n++) {
        runs.push(
          await page.evaluate(([r, q]) => window.measureImport(r, q), [rows, quoted] as const),
        );
      }
      print(`${rows} × 12, ${quoted ? 'quoted' : 'plain'}`, runs);
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function print(name: string, runs: readonly PageTimes[]): void {
  const of = (pick: (run: PageTimes) => number): string => median(runs.map(pick)).toFixed(0);
  const ratio = median(runs.map(({ plan, papaparse }) => plan / papaparse)).toFixed(2);
  console.log(
    `${name}: first rows ${of((run) => run.firstRows)} ms, plan ready ${of((run) => run.plan)} ms, ` +
      `papaparse alone ${of((run) => run.papaparse)} ms, ratio ${ratio}, ` +
      `longest task of the page ${of((run) => run.longestTask)} ms`,
  );
}

/** The page and its worker, bundled from the built packages. */
async function servePage(): Promise<ReturnType<typeof createServer>> {
  const entry = (name: string): string => new URL(`./browser/${name}`, import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: { page: entry('page.ts'), worker: entry('import.worker.ts') },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    outdir: '/',
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer((request, response) => {
    const script = files.get(request.url ?? '');
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
