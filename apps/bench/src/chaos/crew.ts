import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomFrom } from './chaosFile.ts';

/** Worker processes, each started again as soon as it is killed. */
export interface Crew {
  /** How often workers were killed. */
  readonly kills: number;
  /** Kills each worker so often, at random moments while it works; ends early once there is nothing to disturb. */
  disturb(times: number, isOver: () => boolean): Promise<void>;
  /** Makes those started from now on write without delay, and starts all of them anew. */
  hurry(): Promise<void>;
  stop(): Promise<void>;
}

/** A worker is killed this long after it is ready, in milliseconds. */
const LIFE = { least: 150, most: 1_800 };

export function crew(
  size: number,
  { url, delayMs }: { readonly url: string; readonly delayMs: number },
): Crew {
  const random = randomFrom(11);
  let delay = delayMs;
  let kills = 0;
  const start = (): Member => member([url, String(delay)]);
  const members = Array.from({ length: size }, start);
  const replace = async (which: number): Promise<void> => {
    const old = members[which];
    members[which] = start();
    await old?.kill();
  };
  return {
    get kills() {
      return kills;
    },
    async disturb(times, isOver) {
      await Promise.all(
        members.map(async (_, which) => {
          for (let time = 0; time < times; time += 1) {
            await members[which]?.ready;
            await pause(LIFE.least + random() * (LIFE.most - LIFE.least));
            if (isOver()) return;
            kills += 1;
            await replace(which);
          }
        }),
      );
    },
    async hurry() {
      delay = 0;
      for (const which of members.keys()) await replace(which);
    },
    async stop() {
      await Promise.all(members.map(async ({ kill }) => await kill()));
    },
  };
}

interface Member {
  readonly ready: Promise<void>;
  kill(): Promise<void>;
}

function member(args: readonly string[]): Member {
  const path = new URL('worker.process.ts', import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, [...process.execArgv, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  return {
    ready: new Promise((resolve) => child.stdout?.once('data', () => resolve())),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
