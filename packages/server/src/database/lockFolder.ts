import { link, mkdir, readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';

/** A folder that a living process has. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Who has a folder. */
interface Holder {
  readonly id: string;
  readonly pid: number;
  /** Where that number names a process: in a container, and after a restart of the machine, it names another one. */
  readonly place: string;
  /** When the process began, as its machine counts; null where that can not be known. */
  readonly began: string | null;
}

const NAME = 'importera.lock';
/** Milliseconds between two signs of life, which matter where the process itself can not be looked for. */
const BEAT = 1_000;
/** Milliseconds after which whoever removes a lock was killed while it did. */
const TURN = 5_000;

/**
 * Takes a folder for this process alone, until it is let go or the process ends, however it does: what a killed one left behind
 * is taken over. One of another container or machine is watched for a sign of life first, for `patience` milliseconds.
 * @throws FolderInUse when a living process has it, this one included
 */
export async function lockFolder(folder: string, patience = 10_000): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, NAME);
  const own = await ownHolder();
  const draft = `${path}.${own.id}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    // A link is there at once and with its text, or not at all.
    while (!(await linked(draft, path))) await removeLeft(path, { draft, folder, patience });
  } finally {
    await rm(draft, { force: true });
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(ignore), BEAT);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await holderIn(path))?.id === own.id) await rm(path, { force: true });
  };
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a lock whose process is gone. @throws FolderInUse when it is not */
async function removeLeft(path: string, { draft, folder, patience }: Removal): Promise<void> {
  const holder = await holderIn(path);
  if (await isHeld(path, holder, patience)) throw new FolderInUse(sentence(folder, holder));
  // Two may come to this at once, and the slower would take away the lock that the faster has made since. So one at a time
  // does it, and looks again: while it does, nobody else can make another of the lock that it judged.
  const turn = `${path}.removal`;
  if (!(await linked(draft, turn))) return await awaitTurn(turn);
  try {
    if ((await holderIn(path))?.id === holder?.id) await rm(path, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}

interface Removal {
  /** What a lock of this process is linked from. */
  readonly draft: string;
  readonly folder: string;
  readonly patience: number;
}

/** Until another has removed what was left, which takes it no time: one that was killed while it did never will. */
async function awaitTurn(turn: string): Promise<void> {
  const first = await changedAt(turn);
  if (first === null) return;
  for (let waited = 0; waited < TURN; waited += TURN / 100) {
    await new Promise((resolve) => setTimeout(resolve, TURN / 100));
    if ((await changedAt(turn)) !== first) return;
  }
  await rm(turn, { force: true });
}

async function isHeld(path: string, holder: Holder | null, patience: number): Promise<boolean> {
  if (holder === null) return false;
  const own = await ownHolder();
  if (holder.place !== own.place) return await givesSign(path, patience);
  const began = await beginningOf(holder.pid);
  if (began !== null || holder.began !== null) return began === holder.began;
  const seen = await changedAt(path);
  return seen !== null && seen > Date.now() - uptime() * 1_000 && isAlive(holder.pid);
}

/** Whether somebody keeps a lock: by the file's own clock, which may be another machine's. */
async function givesSign(path: string, patience: number): Promise<boolean> {
  const before = await changedAt(path);
  for (let waited = 0; waited < patience; waited += BEAT / 4) {
    await new Promise((resolve) => setTimeout(resolve, BEAT / 4));
    const now = await changedAt(path);
    if (now !== before) return now !== null;
  }
  return false;
}

async function ownHolder(): Promise<Holder> {
  const { pid } = process;
  const [place, began] = await Promise.all([ownPlace(), beginningOf(pid)]);
  return { id: crypto.randomUUID(), pid, place, began };
}

async function ownPlace(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const numbers = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${hostname()} ${boot.trim()} ${numbers}`.trim();
}

/** When a living process began; null where there is no such process, or no way to know. */
async function beginningOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name comes second, in brackets, and may hold anything.
  const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : (rest[18] ?? null);
}

async function holderIn(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function changedAt(path: string): Promise<number | null> {
  return await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function sentence(folder: string, holder: Holder | null): string {
  const who =
    holder === null
      ? 'another process'
      : `process ${holder.pid} on ${holder.place.split(' ')[0] ?? ''}`;
  return (
    `The database in "${folder}" is in use by ${who}. An embedded database belongs to one process: two would lose each ` +
    `other's data. Stop the other one, choose another folder, or let both share a Postgres (DATABASE_URL).`
  );
}

function ignore(): void {}
