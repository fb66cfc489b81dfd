import { chromium, type Browser, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../.scripts/chromium.ts';

/** A page in a browser of its own; `await using` closes it. */
export interface OpenedPage extends AsyncDisposable {
  readonly browser: Browser;
  readonly page: Page;
}

/** Opens `url` in Chromium. */
export async function openPage(url: string): Promise<OpenedPage> {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const page = await browser.newPage({ baseURL: url });
  await page.goto(url);
  return { browser, page, [Symbol.asyncDispose]: () => browser.close() };
}
