import { ImportError } from '../issue/ImportError.ts';
import { createSession } from './createSession.ts';
import type { Importer, ImporterActions, ImporterListener, ImporterOptions } from './Importer.ts';
import type { ImporterEvent, ImporterState } from './ImporterState.ts';
import { sameShape } from '../schema/sameShape.ts';
import type { Schema } from '../schema/Schema.ts';
import { keepAtSession } from './keepAtSession.ts';
import { keepDraft } from './keepDraft.ts';
import { openActions } from './openActions.ts';
import { permittedSchema, permittedSession } from './permittedSchema.ts';
import { initialState, reduceImporter } from './reduceImporter.ts';
import { runActions } from './runActions.ts';
import type { ImportSession } from './Session.ts';
import { schemaAtHand } from './kindAtHand.ts';
import { setKind } from './setKind.ts';
import { stepActions } from './stepActions.ts';
import { undoActions } from './undoActions.ts';
import { workLanes } from './workLanes.ts';
import type { WorkLanes } from './workLanes.ts';

/**
 * Makes an importer. Reading, planning and writing go through its session; the state holds only what
 * was found and decided.
 * @throws {ImportError} `option-invalid` when neither adapter nor session is given.
 * @example
 * const importer = createImporter({ schema: crm, adapter: memoryAdapter(crm) });
 * await importer.actions.openFile(file);
 */
export function createImporter(options: ImporterOptions): Importer {
  const { permissions = {} } = options;
  let whole = options.schema;
  let schema = permittedSchema(whole, permissions);
  const session = permittedSession(options.session ?? localSession(options), permissions);
  const store = options.store ?? null;
  const listeners = new Set<ImporterListener>();
  const tell = (event: ImporterEvent): void => {
    for (const listener of listeners) listener(state, event);
  };
  let state: ImporterState = initialState(options.importId ?? crypto.randomUUID());
  const importer: Mutable = {
    get schema() {
      return schemaAtHand(state, schema);
    },
    get wholeSchema() {
      return whole;
    },
    session,
    store,
    permissions,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(event) {
      const next = reduceImporter(state, event);
      const decided = options.stateReducer?.(state, next, event) ?? next;
      if (decided === state) return;
      state = decided;
      tell(event);
    },
    setSchema(next) {
      if (next === whole || !sameShape(next, whole)) return;
      whole = next;
      schema = permittedSchema(next, permissions);
      tell({ type: 'schema-reworded' });
    },
    actions: {} as ImporterActions,
    rows: (query) => session.rows(query),
    dispose() {
      listeners.clear();
      stopDraft();
      stopKeeping();
      // Reading and planning are for whoever looks; a file on its way to a server arrives.
      lanes.abort('profile');
      lanes.abort('plan');
      session.dispose();
    },
  };
  const stopDraft = store === null ? () => {} : keepDraft(importer, store, options.user ?? null);
  const { keep } = session;
  const stopKeeping = keep === undefined ? () => {} : keepAtSession(importer, keep.bind(session));
  const lanes = workLanes(importer.dispatch);
  importer.actions = createActions(importer, lanes, () => schema);
  return importer;
}

function localSession({ schema, adapter, user }: ImporterOptions): ImportSession {
  if (adapter === undefined) {
    throw new ImportError(
      'option-invalid',
      'createImporter needs an adapter (where records go) or a session that has one. Pass `adapter` or `session`.',
    );
  }
  return createSession({ schema, adapter, user });
}

type Mutable = Importer & { actions: ImporterActions };

function createActions(
  importer: Importer,
  lanes: WorkLanes,
  schema: () => Schema,
): ImporterActions {
  return {
    ...openActions(importer, lanes),
    ...stepActions(importer, lanes),
    ...runActions(importer, lanes),
    ...undoActions(importer),
    setKind: (kind) => setKind({ importer, lanes, schema: schema() }, kind),
    reset() {
      lanes.abortAll();
      importer.dispatch({ type: 'reset', importId: crypto.randomUUID() });
    },
  };
}
