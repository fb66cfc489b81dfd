import type { TestProject } from 'vitest/node';
import { spawnDemo } from './spawnDemo.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built demo listens during the end-to-end tests. */
    demoUrl: string;
  }
}

/** Starts the built demo on a free port, its records in memory, and stops it after the tests. */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  const demo = await spawnDemo();
  project.provide('demoUrl', demo.url);
  return () => demo.stop();
}
