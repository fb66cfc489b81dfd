import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The repository's top folder, absolute. */
export const root: string = resolve(import.meta.dirname, '..');

/** A package that is published, as its `package.json` describes it. */
export interface PublishedPackage {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  /** Largest gzip size of each entry in kB, its own dependencies included, peers not. */
  readonly sizeBudget?: Readonly<Record<string, number>>;
}

/** Every package under `packages/` that is published, by name. */
export function publishedPackages(): PublishedPackage[] {
  return globSync(['packages/*/package.json', 'packages/adapters/*/package.json'], { cwd: root })
    .map((path) => readPackage(join(root, path)))
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function readPackage(path: string): PublishedPackage {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return { name: manifest.name, folder: dirname(path), manifest };
}
