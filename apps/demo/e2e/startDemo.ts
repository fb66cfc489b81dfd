import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { makeFirstStart, spawnFrom } from './spawnDemo.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built demo listens during the end-to-end tests. */
    demoUrl: string;
    /** Folder of a demo that was started once: see `spawnFrom`. */
    firstStart: string;
  }
}

/** Starts the built demo on a free port, and stops it after the tests. */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  const firstStart = await makeFirstStart();
  const demo = await spawnFrom(firstStart);
  project.provide('demoUrl', demo.url);
  project.provide('firstStart', firstStart);
  return async () => {
    await demo.stop();
    await rm(firstStart, { recursive: true, force: true });
  };
}
