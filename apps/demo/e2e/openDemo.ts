import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterAll } from 'vitest';
import { chromiumLaunchOptions } from '../../../.scripts/chromium.ts';
import { ownDemoUrl } from './ownDemo.ts';

export interface OpenOptions {
  /** Who signs in; null stays at the door. */
  readonly person?: string | null;
  /** Default: the demo of the worker that runs the test. */
  readonly url?: string;
  /** Where the company is; default `/fortnox`. */
  readonly path?: string;
  readonly width?: number;
  readonly dark?: boolean;
  /** Where to go after signing in, by the menu. */
  readonly place?: string;
}

/** A person's browser at the demo; `await using` closes it. */
export interface OpenedDemo extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
}

let browser: Promise<Browser> | null = null;
afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

/** Opens the demo as a person would: the page, a name to sign in by, a place in the menu. */
export async function openDemo(options: OpenOptions = {}): Promise<OpenedDemo> {
  const { person = 'Astrid Lund', width = 1280, dark = false } = options;
  const url = options.url ?? ownDemoUrl();
  browser ??= chromiumLaunchOptions().then((launch) => chromium.launch(launch));
  const context = await (
    await browser
  ).newContext({
    baseURL: url,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(options.path ?? '/fortnox');
  if (person !== null) {
    await page.getByRole('button', { name: `Sign in as ${person}` }).click();
    await goTo(page, options.place ?? 'Import data');
  }
  return { page, context, [Symbol.asyncDispose]: () => context.close() };
}

/** Goes to a place by the menu and waits until its heading is there. */
export async function goTo(page: Page, place: NonNullable<OpenOptions['place']>): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main menu' })
    .getByRole('link', { name: place })
    .click();
  await page.getByRole('heading', { level: 1, name: place }).waitFor();
}
