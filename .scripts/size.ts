import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { publishedPackages, sourceEntries, type PublishedPackage } from './workspace.ts';

// What a host's page loads before it can use an entry: minified, gzipped, dependencies included,
// peers not. What the entry imports only when it is needed (a reader of workbooks, a phone book)
// is shown beside it. The budgets stand in each package's `package.json` under `sizeBudget`, in kB;
// null is for an entry that no page loads.

let tooLarge = 0;

for (const pkg of publishedPackages()) {
  for (const [entry, source] of sourceEntries(pkg)) {
    const budget = pkg.manifest.sizeBudget?.[entry];
    if (budget === null) continue;
    const { atOnce, onDemand } = await gzippedSize(pkg, source);
    const fits = budget !== undefined && atOnce <= budget;
    if (!fits) tooLarge += 1;
    const limit = budget === undefined ? 'has no budget' : `of ${budget} kB`;
    const later = onDemand > 0 ? `, and ${onDemand.toFixed(1)} kB on demand` : '';
    console.log(
      `${fits ? ' ' : '✗'} ${pkg.name}${entry.slice(1)}: ${atOnce.toFixed(1)} ${limit}${later}`,
    );
  }
}

if (tooLarge > 0) console.log(`${tooLarge} over budget`);
process.exitCode = tooLarge > 0 ? 1 : 0;

/** In kB. */
interface EntrySize {
  readonly atOnce: number;
  readonly onDemand: number;
}

async function gzippedSize(
  { folder, manifest }: PublishedPackage,
  source: string,
): Promise<EntrySize> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [source],
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    jsx: 'automatic',
    conditions: ['importera-source'],
    external: [...Object.keys(manifest.peerDependencies ?? {}), 'node:*'],
    logLevel: 'error',
  });
  const atOnce = reachable(metafile, source, ['import-statement']);
  const ever = reachable(metafile, source, ['import-statement', 'dynamic-import']);
  const sum = (paths: ReadonlySet<string>): number =>
    Object.keys(metafile.outputs)
      .map((path, index) => (paths.has(path) ? outputFiles[index] : undefined))
      .reduce((total, file) => total + (file ? gzipSync(file.contents).length : 0), 0) / 1000;
  return { atOnce: sum(atOnce), onDemand: sum(ever) - sum(atOnce) };
}

/** The paths of the entry's chunk and of those that it imports in the given ways, and so on. */
function reachable(
  { outputs }: Metafile,
  source: string,
  kinds: readonly string[],
): ReadonlySet<string> {
  const entry = source.replace(/^\.\//, '');
  const found = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === entry));
  for (const path of found) {
    for (const { path: imported, kind, external } of outputs[path]?.imports ?? [])
      if (kinds.includes(kind) && external !== true) found.add(imported);
  }
  return found;
}
