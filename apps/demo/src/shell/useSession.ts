import { useCallback, useEffect, useState } from 'react';
import { useScenario } from '../scenario/useScenario.ts';
import { api, type SessionState } from '../api.ts';

export interface Session {
  readonly state: SessionState | null;
  readonly error: Error | null;
  load(): Promise<void>;
  signIn(person: string): Promise<void>;
  signOut(): Promise<void>;
}

/** Who is signed in to the company. */
export function useSession(): Session {
  const [state, setState] = useState<SessionState | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { path } = useScenario();
  const ask = useCallback(
    async (method: string, body?: unknown): Promise<void> => {
      try {
        setState(await api<SessionState>(`/${path}/session`, { method, body }));
        setError(null);
      } catch (cause) {
        setError(cause as Error);
      }
    },
    [path],
  );
  const load = useCallback(() => ask('GET'), [ask]);
  useEffect(() => void load(), [load]);
  return {
    state,
    error,
    load,
    signIn: (person) => ask('POST', { person }),
    signOut: () => ask('DELETE'),
  };
}
