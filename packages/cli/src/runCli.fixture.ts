import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import { runCli } from './runCli.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the commands print is what is tested
  readonly json: Record<string, any>;
}

/** Runs a command line and keeps what it prints. */
export async function run(...argv: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [collector(), collector()];
  const code = await runCli(argv, { stdout: stdout.stream, stderr: stderr.stream });
  const text = stdout.text();
  return {
    code,
    stdout: text,
    stderr: stderr.text(),
    json: text.startsWith('{') ? JSON.parse(text) : {},
  };
}

function collector(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

export interface TestFolder {
  /** The place of a file here. */
  path(name: string): string;
  /** Writes a file and gives its place. */
  file(name: string, content: string | Buffer): Promise<string>;
}

/** A folder for the tests of a file. */
export function testFolder(): TestFolder {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'importera-cli-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async file(name, content) {
      await writeFile(path(name), content);
      return path(name);
    },
  };
}
