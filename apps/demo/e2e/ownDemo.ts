import { inject } from 'vitest';

/** Where the demo of this worker listens: files run side by side, and each counts what it sees. */
export function ownDemoUrl(): string {
  const url = inject('demoUrls')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (url === undefined) throw new Error('There is no demo for this worker.');
  return url;
}
