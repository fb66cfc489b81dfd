import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'tsdown';
import { extractDts } from 'tsnapi';
import { publishedPackages, root, sourceEntries, type PublishedPackage } from './workspace.ts';

// The public API of each package, as text in git: a change of it shows in review.
// `--update` writes it, without it a difference fails.

const update = process.argv.includes('--update');
const changed: string[] = [];

for (const pkg of publishedPackages()) {
  const file = join(pkg.folder, 'api.txt');
  const api = await describeApi(pkg);
  if (api === '' || (existsSync(file) && readFileSync(file, 'utf8') === api)) continue;
  changed.push(relative(root, file));
  if (update) writeFileSync(file, api);
}

const verb = update ? 'written' : 'is not what the sources export';
for (const file of changed) console.log(`${file} ${verb}`);
if (changed.length === 0) console.log('The public API is as recorded');
else if (!update)
  console.log('If that is meant, run "npm run api:update" and commit what it changes.');
process.exitCode = changed.length > 0 && !update ? 1 : 0;

async function describeApi(pkg: PublishedPackage): Promise<string> {
  const parts: string[] = [];
  for (const [entry, source] of sourceEntries(pkg)) {
    if (!source.endsWith('.ts')) continue;
    const declarations = await extractDts(source, await declarationsOf(pkg, source), {
      omitArgumentNames: false,
    });
    parts.push(`// ${pkg.name}${entry.slice(1)}\n\n${declarations.trim() || '// nothing'}\n`);
  }
  return parts.join('\n\n');
}

/** All declarations that one entry needs, in one text: shared chunks would hide them. */
async function declarationsOf({ folder }: PublishedPackage, source: string): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/api', relative(root, folder), source);
  await build({
    config: false,
    cwd: folder,
    entry: source,
    outDir,
    dts: { oxc: true, emitDtsOnly: true },
    platform: 'neutral',
    fixedExtension: false,
    logLevel: 'error',
  });
  return readFileSync(join(outDir, basename(source).replace(/\.ts$/, '.d.ts')), 'utf8');
}
