import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publishedPackages, sourceEntries, type PublishedPackage } from './workspace.ts';

// What a host downloads for each entry: minified, gzipped, dependencies included, peers not.
// The budgets stand in each package's `package.json` under `sizeBudget`, in kB.

let tooLarge = 0;

for (const pkg of publishedPackages()) {
  for (const [entry, source] of sourceEntries(pkg)) {
    const budget = pkg.manifest.sizeBudget?.[entry];
    const size = await gzippedSize(pkg, source);
    const fits = budget !== undefined && size <= budget;
    if (!fits) tooLarge += 1;
    const limit = budget === undefined ? 'has no budget' : `of ${budget} kB`;
    console.log(`${fits ? ' ' : '✗'} ${pkg.name}${entry.slice(1)}: ${size.toFixed(1)} ${limit}`);
  }
}

if (tooLarge > 0) console.log(`${tooLarge} over budget`);
process.exitCode = tooLarge > 0 ? 1 : 0;

async function gzippedSize(
  { folder, manifest }: PublishedPackage,
  source: string,
): Promise<number> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    jsx: 'automatic',
    conditions: ['importera-source'],
    external: [...Object.keys(manifest.peerDependencies ?? {}), 'node:*'],
    logLevel: 'error',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0) / 1000;
}
