import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { makeFirstStart } from './spawnDemo.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a demo that was started once: see `spawnFrom`. */
    firstStart: string;
  }
}

/** Starts the built demo once, for every file of tests to begin with a copy of what it stored. */
export default async function prepareDemo(project: TestProject): Promise<() => Promise<void>> {
  const firstStart = await makeFirstStart();
  project.provide('firstStart', firstStart);
  return () => rm(firstStart, { recursive: true, force: true });
}
