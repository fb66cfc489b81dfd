import { useCallback, useEffect, useState } from 'react';
import type { SyncPreview } from '../preview/SyncPreview.ts';
import type { SyncState } from '../server/SyncState.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import type { SalesSyncClient } from './SalesSyncClient.ts';

/** What a preview is at; a change of the settings takes it away. */
export type PreviewState =
  | { readonly status: 'none' | 'loading' }
  | { readonly status: 'shown'; readonly preview: SyncPreview }
  | { readonly status: 'failed'; readonly message: string };

/** Behaviour of the settings: what is saved, what is chosen on the screen, its preview, the last runs. */
export interface SalesSyncScreen {
  /** Null until it is read. */
  readonly state: SyncState | null;
  /** Why the state could not be read just now; the last one stays. */
  readonly failure: string | null;
  /** The settings as they are on the screen. */
  readonly draft: SyncSettings;
  /** Whether the draft differs from what is saved; at first log-in it always does. */
  readonly changed: boolean;
  readonly preview: PreviewState;
  readonly busy: 'saving' | 'starting' | null;
  /** What was done last, or could not be. */
  readonly told:
    | { readonly what: 'saved' }
    | { readonly what: 'save-failed' | 'run-failed'; readonly message: string }
    | null;
  change(part: Partial<SyncSettings>): void;
  undoChange(): void;
  reload(): Promise<void>;
  /** Asks what the draft would do. */
  look(): Promise<void>;
  /** Saves the draft and starts a run; only what was looked at. */
  apply(): Promise<void>;
  run(): Promise<void>;
}

const NOTHING: SyncSettings = { source: 'invoices', catchAllUser: '', priceList: null };
/** While a run is under way it is looked at this often, in milliseconds. */
const FOLLOW = 1_000;
const REST = 20_000;

/** The behaviour of a settings screen, without its looks. */
export function useSalesSync(client: SalesSyncClient): SalesSyncScreen {
  const [state, setState] = useState<SyncState | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [edited, setEdited] = useState<SyncSettings | null>(null);
  const [preview, setPreview] = useState<PreviewState>({ status: 'none' });
  const [busy, setBusy] = useState<SalesSyncScreen['busy']>(null);
  const [told, setTold] = useState<SalesSyncScreen['told']>(null);
  const saved = state?.settings ?? null;
  const draft = edited ?? saved ?? NOTHING;

  const reload = useCallback(async () => {
    try {
      setState(await client.state());
      setFailure(null);
    } catch (error) {
      setFailure(messageOf(error));
    }
    setRound((before) => before + 1);
  }, [client]);
  useEffect(() => void reload(), [reload]);
  useFollow(state, round, reload);

  return {
    state,
    failure,
    draft,
    changed: saved === null || !isSame(saved, draft),
    preview,
    busy,
    told,
    change(part) {
      setEdited({ ...draft, ...part });
      setPreview({ status: 'none' });
      setTold(null);
    },
    undoChange() {
      setEdited(null);
      setPreview({ status: 'none' });
    },
    reload,
    async look() {
      setPreview({ status: 'loading' });
      setTold(null);
      try {
        setPreview({ status: 'shown', preview: await client.preview(draft) });
      } catch (error) {
        setPreview({ status: 'failed', message: messageOf(error) });
      }
    },
    async apply() {
      setBusy('saving');
      try {
        setState(await client.save(draft));
        setEdited(null);
        setPreview({ status: 'none' });
        setTold({ what: 'saved' });
      } catch (error) {
        setTold({ what: 'save-failed', message: messageOf(error) });
      }
      setBusy(null);
    },
    async run() {
      setBusy('starting');
      setTold(null);
      try {
        setState(await client.run());
      } catch (error) {
        setTold({ what: 'run-failed', message: messageOf(error) });
      }
      setBusy(null);
    },
  };
}

/** Looks again: often while a run is under way, else now and then. */
function useFollow(state: SyncState | null, round: number, reload: () => Promise<void>): void {
  useEffect(() => {
    if (state === null) return undefined;
    const active = state.runs.some(({ finishedAt }) => finishedAt === null);
    const timer = setTimeout(() => void reload(), active ? FOLLOW : REST);
    return () => clearTimeout(timer);
    // A round that failed is followed by another one.
  }, [state, round, reload]);
}

function isSame(a: SyncSettings, b: SyncSettings): boolean {
  return a.source === b.source && a.catchAllUser === b.catchAllUser && a.priceList === b.priceList;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
