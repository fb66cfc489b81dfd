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
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  /** Most that a page loads at once for each entry, gzipped, in kB; null for what runs on servers. */
  readonly sizeBudget?: Readonly<Record<string, number | null>>;
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

/** The entries of a package, sub-path and file inside the package, without its manifest. */
export function sourceEntries({ manifest }: PublishedPackage): [entry: string, source: string][] {
  return Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => {
    const source = typeof target === 'object' ? target['importera-source'] : undefined;
    return source === undefined ? [] : [[entry, source]];
  });
}
