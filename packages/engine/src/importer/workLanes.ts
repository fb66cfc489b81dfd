import { errorInfo } from './errorInfo.ts';
import type { Importer } from './Importer.ts';

/** Kinds of work of which only the newest call counts. */
export type Lane = 'open' | 'kind' | 'profile' | 'values' | 'plan' | 'commit' | 'corrections';

export interface WorkLanes {
  /** Runs `work`, superseding what still runs in its lane. What fails becomes `state.error`. */
  run(lane: Lane, work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  abort(lane: Lane): void;
  abortAll(): void;
}

export function workLanes(dispatch: Importer['dispatch']): WorkLanes {
  const running = new Map<Lane, AbortController>();
  return {
    async run(lane, work) {
      running.get(lane)?.abort();
      const controller = new AbortController();
      running.set(lane, controller);
      try {
        await work(controller.signal);
      } catch (error) {
        if (!controller.signal.aborted) dispatch({ type: 'failed', error: errorInfo(error) });
      }
    },
    abort: (lane) => running.get(lane)?.abort(),
    abortAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
