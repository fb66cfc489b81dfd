import { createImporter, memoryAdapter } from '@importera/engine';
import type { Importer, ImporterOptions, Step } from '@importera/engine';
import { crm, storedRecords } from './crm.ts';
import { customersFile } from './customers.ts';

export interface StageOptions extends Partial<ImporterOptions> {
  readonly file?: File | string;
  /** Decisions made before the step is entered, once the file is open. */
  readonly decide?: (importer: Importer) => void;
}

/** A real importer over the stories' CRM, brought to a step as a person would bring it there. */
export async function atStep(step: Step, options: StageOptions = {}): Promise<Importer> {
  const { file = customersFile(), decide, ...rest } = options;
  const adapter = memoryAdapter(crm, { records: storedRecords });
  const importer = createImporter({ schema: crm, adapter, ...rest });
  if (step === 'file') return importer;
  await importer.actions.openFile(file, typeof file === 'string' ? 'pasted.csv' : file.name);
  await settled(importer);
  decide?.(importer);
  if (step === 'table') await importer.actions.goTo('table');
  if (step === 'table') return importer;
  await importer.actions.goTo('match');
  if (step === 'match') return importer;
  importer.dispatch({ type: 'open-columns-ignored' });
  await importer.actions.next();
  if (step === 'values' || importer.getState().step === step) return importer;
  await importer.actions.goTo(step === 'settings' ? 'settings' : 'review');
  if (step === 'import' || step === 'result') {
    const run = importer.actions.start();
    if (step === 'result') await run;
  }
  return importer;
}

/** Until the whole file was read: counts and evidence do not change after that. */
function settled(importer: Importer): Promise<void> {
  const isSettled = (): boolean => {
    const state = importer.getState();
    return state.error !== null || (state.step !== 'file' && state.profiled === 1);
  };
  if (isSettled()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = importer.subscribe(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
}
