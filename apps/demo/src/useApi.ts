import { useCallback, useEffect, useState } from 'react';
import { api } from './api.ts';
import { useScenario } from './scenario/useScenario.ts';

export interface Loaded<T> {
  /** The last answer: it stays while the next one is fetched. */
  readonly data: T | null;
  readonly error: Error | null;
  readonly loading: boolean;
  reload(): void;
}

/** What the company's API answers at `path`, fetched anew when the path changes. */
export function useApi<T>(path: string): Loaded<T> {
  const { href } = useScenario();
  const address = href(path);
  const [round, setRound] = useState(0);
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [loading, setLoading] = useState(true);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setLoading(true);
    api<T>(address, { signal }).then(
      (answer) => {
        if (signal.aborted) return;
        setData(answer);
        setError(null);
        setLoading(false);
      },
      (cause: Error) => {
        if (signal.aborted) return;
        setError(cause);
        setLoading(false);
      },
    );
    return () => controller.abort();
  }, [address, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { data, error, loading, reload };
}
