import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { randomFrom } from './chaosFile.ts';
import { PHASES, type Phase } from './pace.ts';

/** Worker processes, each started again as soon as it is killed. */
export interface Crew {
  /** How often workers were killed. */
  readonly kills: number;
  /** Kills so far by what the killed were at. */
  hits(): ReadonlyMap<Phase, number>;
  /** Kills each worker, at random moments of its work, until it was killed so often; ends early once there is nothing to disturb. */
  disturb(times: number, isOver: () => boolean): Promise<void>;
  /** Kills whoever comes to be at this, after a random time of at most so many milliseconds; false when it was over before. */
  killAt(phase: Phase, withinMs: number, isOver: () => boolean): Promise<boolean>;
  /** How long workers wait at each write, from now on. */
  setDelay(delayMs: number): void;
  /** How long they live at most once they work, from now on. */
  setLife(lifeMs: number): void;
  stop(): Promise<void>;
}

/** A worker is killed at most this long after its work began, in milliseconds. */
export const LIFE_MS = 1_800;
/** One that has found nothing to do for so long is not waited for. */
const IDLE_MS = 4_000;

export function crew(size: number, url: string): Crew {
  const random = randomFrom(11);
  let delay = 0;
  let life = LIFE_MS;
  const killed = Array.from({ length: size }, () => 0);
  const hits = new Map<Phase, number>();
  let isStopped = false;
  const start = (which: number): Member => {
    const born = member([url, String(delay)], () => {
      // One that ended by itself is missed as well.
      if (members[which] === born && !isStopped) members[which] = start(which);
    });
    return born;
  };
  const members: Member[] = [];
  for (let which = 0; which < size; which += 1) members.push(start(which));
  const replace = async (which: number): Promise<void> => {
    const old = members[which];
    if (old === undefined) return;
    const phase = old.phase();
    hits.set(phase, (hits.get(phase) ?? 0) + 1);
    killed[which] = (killed[which] ?? 0) + 1;
    members[which] = start(which);
    await old.kill();
  };
  return {
    get kills() {
      return killed.reduce((sum, one) => sum + one, 0);
    },
    hits: () => hits,
    async disturb(times, isOver) {
      await Promise.all(
        members.map(async (_, which) => {
          while ((killed[which] ?? 0) < times) {
            await Promise.race([members[which]?.working, pause(IDLE_MS)]);
            if (isOver()) return;
            await pause(random() * life);
            if (isOver()) return;
            await replace(which);
          }
        }),
      );
    },
    async killAt(phase, withinMs, isOver) {
      for (; !isOver(); await pause(10)) {
        const which = members.findIndex((one) => one.phase() === phase);
        if (which < 0) continue;
        await pause(random() * withinMs);
        if (isOver() || members[which]?.phase() !== phase) continue;
        await replace(which);
        return true;
      }
      return false;
    },
    setDelay(delayMs) {
      if (delay === delayMs) return;
      delay = delayMs;
      for (const { setDelay } of members) setDelay(delayMs);
    },
    setLife: (lifeMs) => void (life = lifeMs),
    async stop() {
      isStopped = true;
      await Promise.all(members.map(async ({ kill }) => await kill()));
    },
  };
}

interface Member {
  /** Its first work has begun, or it is gone. */
  readonly working: Promise<void>;
  /** What it is at. */
  phase(): Phase;
  setDelay(delayMs: number): void;
  kill(): Promise<void>;
}

function member(args: readonly string[], onExit: () => void): Member {
  const path = new URL('worker.process.ts', import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, [...process.execArgv, path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  child.once('exit', onExit);
  // Who is killed reads nothing more.
  child.stdin?.on('error', () => undefined);
  let phase: Phase = 'rest';
  const working = new Promise<void>((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      phase = PHASES.find((one) => one === line) ?? phase;
      if (line !== 'ready') resolve();
    });
    // Nobody waits for one that is gone.
    child.once('exit', () => resolve());
  });
  return {
    working,
    phase: () => phase,
    setDelay: (delayMs) => void child.stdin?.write(`${delayMs}\n`),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
