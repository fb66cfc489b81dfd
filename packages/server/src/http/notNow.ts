import { RESTING_STATUSES, type ServerStatus } from '../store/ServerImport.ts';
import { RequestProblem } from './problem.ts';
import type { ImportAction } from './ServerHost.ts';

/** What is done with an import in some of its states only. */
type StatefulAction = Extract<
  ImportAction,
  'upload' | 'change' | 'start' | 'pause' | 'resume' | 'cancel' | 'undo' | 'remove'
>;

/** The states in which it is done. */
export const DONE_IN: Readonly<Record<StatefulAction, readonly ServerStatus[]>> = {
  upload: ['draft'],
  change: RESTING_STATUSES,
  start: RESTING_STATUSES,
  pause: ['queued', 'running'],
  resume: ['paused', 'pausing'],
  cancel: ['queued', 'running', 'pausing', 'paused'],
  undo: ['completed', 'cancelled', 'failed'],
  remove: [...RESTING_STATUSES, 'undone', 'paused'],
};

const DONE: Readonly<Record<StatefulAction, string>> = {
  upload: 'given a file',
  change: 'changed',
  start: 'started',
  pause: 'paused',
  resume: 'resumed',
  cancel: 'cancelled',
  undo: 'undone',
  remove: 'removed',
};

/** An import is in a state in which that is not done: which one, and what is done in it. */
export function notNow(status: ServerStatus, action: StatefulAction): RequestProblem {
  const can = (Object.keys(DONE_IN) as readonly StatefulAction[])
    .filter((one) => DONE_IN[one].includes(status))
    .join(', ');
  const next =
    can === ''
      ? 'Wait until it rests; GET …/events tells when.'
      : `What can be done with it now: ${can}.`;
  const detail = `The import has the status "${status}", in which it can not be ${DONE[action]}. ${next}`;
  return new RequestProblem(409, 'not-now', detail, { status, action, can });
}
