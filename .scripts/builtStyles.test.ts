import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumLaunchOptions } from './chromium.ts';
import { root } from './workspace.ts';

// The sheet as hosts ship it: through the minifier of a stock Vite build, which rewrites modern CSS.
const folder = mkdtempSync(join(tmpdir(), 'importera-styles-'));
const LIGHT = { accent: 'rgb(59, 79, 216)', paper: 'rgb(255, 255, 255)' };
const DARK = { accent: 'rgb(147, 162, 255)', paper: 'rgb(21, 23, 27)' };

let browser: Browser;
let css: string;

beforeAll(async () => {
  const sheet = join(root, 'packages/react/src/styles.css');
  writeFileSync(join(folder, 'main.js'), `import ${JSON.stringify(sheet)};`);
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="/main.js"></script>');
  const built = (await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const asset = built.output.find(({ fileName }) => fileName.endsWith('.css'));
  css = asset?.type === 'asset' ? String(asset.source) : '';
  browser = await chromium.launch(await chromiumLaunchOptions());
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const wizard = (theme: string): string =>
  `<div class="importera" data-theme="${theme}"><section class="importera-wizard">
    <button class="importera-button" data-variant="primary">Go</button></section></div>`;

interface Given {
  readonly system: 'light' | 'dark';
  readonly body: string;
  /** Attributes of the host's root. */
  readonly html?: string;
  readonly hostCss?: string;
}

async function colours({
  system,
  body,
  html = '',
  hostCss = '',
}: Given): Promise<{ readonly accent: string; readonly paper: string }> {
  const page: Page = await browser.newPage({ colorScheme: system });
  await page.setContent(
    `<!doctype html><html ${html}><style>${css}</style><style>${hostCss}</style><body>${body}`,
  );
  const found = await page.evaluate(() => {
    const background = (selector: string): string =>
      getComputedStyle(document.querySelector(selector) as Element).backgroundColor;
    return { accent: background('.importera-button'), paper: background('.importera-wizard') };
  });
  await page.close();
  return found;
}

const dark = 'data-theme="dark"';
const light = 'data-theme="light"';

test.each([
  ['follows a light system', 'light', wizard('auto'), '', LIGHT],
  ['follows a dark system', 'dark', wizard('auto'), '', DARK],
  ['is dark by its own theme', 'light', wizard('dark'), '', DARK],
  ['is light by its own theme', 'dark', wizard('light'), '', LIGHT],
  ['follows a dark host', 'light', wizard('auto'), dark, DARK],
  ['follows a light host', 'dark', wizard('auto'), light, LIGHT],
  ['keeps its own theme in a dark host', 'light', wizard('light'), dark, LIGHT],
  ['follows the nearest of two', 'light', `<main ${light}>${wizard('auto')}</main>`, dark, LIGHT],
] as const)('%s', async (...[, system, body, html, expected]) => {
  expect(await colours({ system, body, html })).toEqual(expected);
});

test.each([
  ['on the root', ':root { --importera-accent: rgb(1, 2, 3) }', wizard('dark')],
  ['on the element', '.importera { --importera-accent: rgb(1, 2, 3) }', wizard('light')],
  [
    'above it',
    'main { --importera-accent: rgb(1, 2, 3) }',
    `<main ${dark}>${wizard('auto')}</main>`,
  ],
  [
    'in a layer declared later',
    '@layer host { :root { --importera-accent: rgb(1, 2, 3) } }',
    wizard('auto'),
  ],
])('a variable of the host wins %s', async (_, hostCss, body) => {
  expect((await colours({ system: 'dark', body, hostCss })).accent).toBe('rgb(1, 2, 3)');
});
