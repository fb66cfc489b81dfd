import type {
  EditingState,
  ImporterState,
  ImportPolicy,
  PlanSummary,
  Schema,
  StepInfo,
} from '@importera/engine';
import { matchParts, missingContexts, nextStep, settingProblems } from '@importera/engine';
import { useState } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import type { Messages } from '../locales/Locale.ts';
import { problemText } from '../settings/problemText.ts';
import { stepName } from './stepName.ts';
import { formatQuestions } from '../match/formatQuestions.ts';
import { isNothingMapped } from '../match/isNothingMapped.ts';

/** The way on from a step: what it is called, and why it is closed. */
export interface Advance {
  readonly label: string;
  /** Why it is not possible now; null when it is. */
  readonly blocked: string | null;
  readonly isStart: boolean;
  readonly busy: boolean;
  go(): void;
}

/** What *Continue* does in the present step; null where there is nothing to go on to. */
export function useAdvance(): Advance | null {
  const { importer, messages, readOnly } = useImporterScope();
  const state = useImporterState((whole) => whole);
  const [busy, setBusy] = useState(false);
  const label = labelOf(state, importer.schema, messages);
  if (label === null) return null;
  const isStart = state.step === 'review';
  const blocked =
    readOnly && isStart ? messages.wizard.readOnly : blockedBy(state, importer.schema, messages);
  async function go(): Promise<void> {
    if (blocked !== null || busy) return;
    setBusy(true);
    await (isStart ? importer.actions.start() : importer.actions.next());
    setBusy(false);
  }
  return { label, blocked, isStart, busy, go: () => void go() };
}

function labelOf(state: ImporterState, schema: Schema, messages: Messages): string | null {
  if (state.step === 'file') {
    return state.previous === null
      ? null
      : messages.wizard.nextTo(messages.steps[state.previous.step]);
  }
  if (state.step === 'import' || state.step === 'result') return null;
  const part = nextPart(state, schema);
  if (part !== null) return messages.wizard.nextTo(stepName(part, schema, messages));
  if (state.step !== 'review') return messages.wizard.nextTo(messages.steps[nextStep(state)]);
  const { plan } = state;
  if (plan.status !== 'ready') return messages.review.start;
  const rows = rowsToWrite(plan.summary, state.recipe.policy);
  return rows === 0 ? messages.review.start : messages.review.startRows(rows);
}

function blockedBy(state: ImporterState, schema: Schema, messages: Messages): string | null {
  switch (state.step) {
    case 'file': {
      const [key] = missingContexts(state, schema);
      return key === undefined
        ? null
        : messages.settings.missing(schema.settings?.[key]?.label ?? key);
    }
    case 'table':
      return state.reading ? messages.wizard.reading : null;
    case 'match':
      return openColumns(state, schema, messages);
    case 'settings': {
      const [problem] = settingProblems(schema, state.recipe.settings);
      return problem === undefined ? null : problemText(problem, messages);
    }
    case 'review':
      if (state.plan.status !== 'ready') return messages.review.planning;
      if (rowsToWrite(state.plan.summary, state.recipe.policy) === 0)
        return messages.review.nothing;
      return state.recipe.policy.allOrNothing && state.plan.summary.statuses.reject > 0
        ? messages.review.blocked
        : null;
    default:
      return null;
  }
}

function openColumns(
  state: EditingState,
  schema: Schema,
  { match: text }: Messages,
): string | null {
  if (nextPart(state, schema) !== null) {
    // What goes nowhere may belong to the next part.
    const part = matchParts(schema)[state.matchPart ?? 0];
    const asked = formatQuestions(state, schema, part);
    return asked > 0 ? text.open(asked) : null;
  }
  const { columns } = state.recipe;
  const targetless = columns.filter(({ target }) => target === null).length;
  const open = targetless + formatQuestions(state, schema);
  if (open > 0) return text.open(open);
  return isNothingMapped(columns) ? text.nothingMapped : null;
}

function rowsToWrite({ statuses }: PlanSummary, policy: ImportPolicy): number {
  const ambiguous = policy.ambiguous === 'skip' ? 0 : statuses.ambiguous;
  return statuses.create + statuses.update + ambiguous;
}

/** The part of the match step that follows this one; null where none does. */
function nextPart(state: ImporterState, schema: Schema): Pick<StepInfo, 'step' | 'part'> | null {
  if (state.step !== 'match') return null;
  const index = (state.matchPart ?? 0) + 1;
  const entities = matchParts(schema)[index];
  return entities === undefined ? null : { step: 'match', part: { index, entities } };
}
