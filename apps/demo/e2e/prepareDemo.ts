import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { makeFirstStart, spawnFrom } from './spawnDemo.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a demo that was started once: see `spawnFrom`. */
    firstStart: string;
    /** Where demos listen, one for each file of tests that runs at a time. */
    demoUrls: readonly string[];
  }
}

/** Starts the built demo for each worker, and stops them after the tests. */
export default async function prepareDemo(project: TestProject): Promise<() => Promise<void>> {
  const firstStart = await makeFirstStart();
  const workers = Array.from({ length: project.config.maxWorkers });
  const demos = await Promise.all(workers.map(() => spawnFrom(firstStart)));
  project.provide('firstStart', firstStart);
  project.provide(
    'demoUrls',
    demos.map(({ url }) => url),
  );
  return async () => {
    await Promise.all(demos.map((demo) => demo.stop()));
    await rm(firstStart, { recursive: true, force: true });
  };
}
