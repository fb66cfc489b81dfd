import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages, root, type PublishedPackage } from './workspace.ts';

// Packs every package as `pnpm publish` would, and lets publint and attw look at the tarballs.
// Reads the built packages.

const packs = join(root, 'node_modules/.cache/packs');
rmSync(packs, { recursive: true, force: true });
mkdirSync(packs, { recursive: true });

const failed = publishedPackages().filter((pkg) => {
  const tarball = pack(pkg);
  const lint = run('publint', ['--strict', tarball]);
  const types = hasTypes(pkg) ? run('attw', [tarball, ...attwOptions(pkg)]) : true;
  return !(lint && types);
});

for (const { name } of failed) console.log(`${name} is not fit to publish`);
process.exitCode = failed.length > 0 ? 1 : 0;

function pack({ folder }: PublishedPackage): string {
  const output = execFileSync('pnpm', ['pack', '--json', '--pack-destination', packs], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (JSON.parse(output) as { filename: string }).filename;
}

function hasTypes({ manifest }: PublishedPackage): boolean {
  return Object.values(manifest.exports ?? {}).some((target) => typeof target === 'object');
}

function attwOptions({ manifest }: PublishedPackage): string[] {
  const untyped = Object.keys(manifest.exports ?? {}).filter((entry) => entry.endsWith('.css'));
  const excluded = untyped.length > 0 ? ['--exclude-entrypoints', ...untyped] : [];
  return ['--profile', 'esm-only', '--format', 'ascii', ...excluded];
}

function run(command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) console.log(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return status === 0;
}
