import { afterAll, inject } from 'vitest';
import { spawnFrom, type SpawnedDemo } from './spawnDemo.ts';

let demo: Promise<SpawnedDemo> | null = null;
afterAll(async () => {
  await (await demo)?.stop();
  demo = null;
});

/** Where the demo of this file of tests listens: files run side by side, and each counts what it sees. */
export async function ownDemoUrl(): Promise<string> {
  demo ??= spawnFrom(inject('firstStart'));
  return (await demo).url;
}
