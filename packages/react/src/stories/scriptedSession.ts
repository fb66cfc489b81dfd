import type {
  GridRow,
  ImportSession,
  PlanSummary,
  Report,
  RowPage,
  RowQuery,
  TableColumn,
  TableInfo,
} from '@importera/engine';

export interface Script {
  readonly table: TableInfo;
  readonly rows: number;
  readonly row: (index: number) => GridRow;
  readonly summary: PlanSummary;
  readonly report?: Report;
  /** Calls that never come back, or that fail, for the states one only sees for a moment. */
  readonly stuck?: readonly (keyof ImportSession)[];
  readonly failing?: Partial<Record<keyof ImportSession, Error>>;
}

/** A session that plays a part: for states that a real file would reach too briefly or too slowly. */
export function scriptedSession(script: Script): ImportSession {
  const play = <T>(call: keyof ImportSession, value: T): Promise<T> => {
    const error = script.failing?.[call];
    if (error !== undefined) return Promise.reject(error);
    return script.stuck?.includes(call) ? new Promise(() => {}) : Promise.resolve(value);
  };
  const blob = new Blob(['']);
  return {
    open: () => play('open', script.table),
    reread: () => play('reread', script.table),
    profile: () => play('profile', script.table),
    suggest: () => play('suggest', []),
    unknownValues: () => play('unknownValues', []),
    plan: () => play('plan', script.summary),
    rows: (query) => play('rows', pageOf(script, query)),
    commit: ({ onProgress }) => {
      onProgress?.({
        rowsDone: 61_400,
        rowsTotal: script.rows,
        written: 61_050,
        rejected: 350,
        rate: 4_850,
      });
      return play('commit', script.report as Report);
    },
    corrections: () => play('corrections', { edits: [], refused: [] }),
    pause: () => {},
    resume: () => {},
    cancel: () => {},
    errorFile: () => play('errorFile', blob),
    template: () => play('template', blob),
    dispose: () => {},
  };
}

function pageOf(script: Script, query: RowQuery): RowPage {
  const { summary, row } = script;
  const { offset, limit } = query;
  const statuses = query.actions?.includes('update') ? (['update'] as const) : query.statuses;
  const total =
    statuses === undefined
      ? script.rows
      : statuses.reduce((sum, status) => sum + summary.statuses[status], 0);
  const count = Math.max(0, Math.min(limit, total - offset));
  return { total, rows: Array.from({ length: count }, (_, index) => row(offset + index)) };
}

export function scriptedColumn(
  index: number,
  header: string,
  samples: readonly string[],
): TableColumn {
  return {
    index,
    header,
    label: header,
    samples,
    profile: {
      filled: samples.length,
      empty: 0,
      distinct: samples.map((sample) => [sample, 1] as const),
      distinctComplete: true,
      maxLength: 40,
      likely: { number: 0, date: 0, boolean: 0, email: 0, phone: 0, url: 0 },
      evidence: { dateOrders: [], decimals: [] },
    },
  };
}
