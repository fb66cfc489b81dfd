import { access, mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'playwright';

const cache = resolve(import.meta.dirname, '../node_modules/.cache');
const packageRoot = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')));

// The package's own list turns on one process for everything and switches web security off; tests
// want a browser as people have it, in a container.
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/**
 * How Playwright starts Chromium on this machine, with nothing but npm packages: on Linux x64 the
 * browser comes out of `@sparticuz/chromium`, elsewhere it is Playwright's own download.
 * `CHROMIUM_PATH` names another one.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (executablePath !== undefined) return { executablePath, args };
  if (platform() !== 'linux' || arch() !== 'x64') return {};
  const folder = await unpackChromium();
  return { executablePath: join(folder, 'chromium'), args, env: environmentFor(folder) };
}

/** Unpacks beside the final folder and renames: two runs at once never see half a browser. */
async function unpackChromium(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${manifest.version}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'chromium-draft-'));
  await inflateInto(draft);
  await writeFile(join(draft, 'fonts/fonts.conf'), fontsConfig(folder));
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

/** The package always unpacks into the temporary folder, so that is where `folder` is put. */
async function inflateInto(folder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await chromium.executablePath();
    await inflate(join(packageRoot, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

function environmentFor(folder: string): Record<string, string> {
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']];
  return {
    ...(process.env as Record<string, string>),
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
    FONTCONFIG_FILE: join(folder, 'fonts/fonts.conf'),
  };
}

/** One known font on every machine, so that text has the same width everywhere. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
