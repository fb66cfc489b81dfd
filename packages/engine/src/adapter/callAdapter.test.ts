import { describe, expect, test } from 'vitest';
import { ImportError } from '../issue/ImportError.ts';
import { callAdapter, isTransient } from './callAdapter.ts';

const context = { importId: 'i', settings: {} };
const busy = (): Error => Object.assign(new Error('busy'), { transient: true });

describe('callAdapter', () => {
  test('tries again on transient errors only, as often as told', async () => {
    let calls = 0;
    const failing = (error: Error) => () => {
      calls += 1;
      return Promise.reject(error);
    };
    const retry = { attempts: 4, delayMs: 0 };
    await expect(callAdapter(failing(busy()), { context, retry })).rejects.toThrow('busy');
    expect(calls).toBe(4);
    await expect(callAdapter(failing(new Error('no')), { context, retry })).rejects.toThrow('no');
    expect(calls).toBe(5);
  });

  test('the wait doubles up to the longest, between half and all of it', async () => {
    const waits: number[] = [];
    const real = globalThis.setTimeout;
    const noted = (run: () => void, ms?: number): ReturnType<typeof setTimeout> => {
      waits.push(ms ?? 0);
      return real(run, 0);
    };
    globalThis.setTimeout = noted as typeof setTimeout;
    try {
      const retry = { attempts: 6, delayMs: 100, maxDelayMs: 400, random: () => 0.5 };
      await expect(
        callAdapter(() => Promise.reject(busy()), { context, retry, timeoutMs: 0 }),
      ).rejects.toThrow('busy');
    } finally {
      globalThis.setTimeout = real;
    }
    expect(waits).toEqual([75, 150, 300, 300, 300]);
  });

  test('a call that takes too long is a transient failure, and is told to stop', async () => {
    let told: AbortSignal | undefined;
    const slow = ({ signal }: { readonly signal?: AbortSignal }): Promise<never> => {
      told = signal;
      return new Promise(() => undefined);
    };
    const error: unknown = await callAdapter(slow, {
      context,
      timeoutMs: 1,
      retry: { attempts: 1 },
    }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportError);
    expect(isTransient(error)).toBe(true);
    expect(told?.aborted).toBe(true);
  });

  test('an abort ends a call, and a wait, with its reason', async () => {
    for (const call of [() => new Promise<never>(() => undefined), () => Promise.reject(busy())]) {
      const controller = new AbortController();
      const running = callAdapter(call, {
        context,
        signal: controller.signal,
        retry: { delayMs: 60_000 },
      });
      setTimeout(() => controller.abort(new Error('enough')), 1);
      await expect(running).rejects.toThrow('enough');
    }
  });

  test('in a hurry there is one more try and no more waiting', async () => {
    const controller = new AbortController();
    let calls = 0;
    const call = (): Promise<string> => {
      calls += 1;
      setTimeout(() => controller.abort(), 1);
      return calls === 1 ? Promise.reject(busy()) : Promise.resolve('done');
    };
    const options = { context, hurry: controller.signal, retry: { delayMs: 60_000 } };
    expect(await callAdapter(call, options)).toBe('done');
    expect(calls).toBe(2);
    await expect(callAdapter(() => Promise.reject(busy()), options)).rejects.toThrow('busy');
  });

  test('an adapter that throws before it returns a promise is one that fails', async () => {
    const broken = (): Promise<never> => {
      throw new Error('at once');
    };
    await expect(callAdapter(broken, { context })).rejects.toThrow('at once');
  });
});
