import { useCallback, useEffect, useState } from 'react';
import { api, type SessionState } from '../api.ts';

export interface Session {
  readonly state: SessionState | null;
  readonly error: Error | null;
  load(): Promise<void>;
  signIn(person: string): Promise<void>;
  signOut(): Promise<void>;
}

/** Who is signed in. */
export function useSession(): Session {
  const [state, setState] = useState<SessionState | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const ask = useCallback(async (method: string, body?: unknown): Promise<void> => {
    try {
      setState(await api<SessionState>('/session', { method, body }));
      setError(null);
    } catch (cause) {
      setError(cause as Error);
    }
  }, []);
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
