import type { Importer } from '@importera/engine';
import { createImporter } from '@importera/engine';
import type { ReactElement } from 'react';
import { ImportWizard } from '../wizard/ImportWizard.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';
import { atStep } from './atStep.ts';
import type { StageOptions } from './atStep.ts';
import { crm } from './crm.ts';
import { scriptedSession } from './scriptedSession.ts';
import type { Script } from './scriptedSession.ts';

type Step = Parameters<typeof atStep>[0];

/** What a story of a screen is made of: an importer made before it renders, and the wizard around it. */
export interface Stage {
  readonly loaders: (() => Promise<{ readonly importer: Importer }>)[];
  readonly render: (
    args: WizardViewProps,
    context: { readonly loaded: Record<string, unknown> },
  ) => ReactElement;
}

const render: Stage['render'] = (args, { loaded }) => (
  <ImportWizard {...args} importer={loaded['importer'] as Importer} />
);

/** A real import of the stories' customer list, at a step. */
export function stage(step: Step, options?: StageOptions): Stage {
  return { loaders: [async () => ({ importer: await atStep(step, options) })], render };
}

/** A scripted import, for states a real one passes too quickly; `bring` takes it where it should be. */
export function scripted(script: Script, bring: (importer: Importer) => unknown): Stage {
  const importerOf = async (): Promise<{ readonly importer: Importer }> => {
    const importer = createImporter({ schema: crm, session: scriptedSession(script) });
    const wait = bring(importer);
    if (script.stuck === undefined) await wait;
    // What is stuck never ends; a turn of the event loop is enough to get there.
    else await new Promise((resolve) => setTimeout(resolve, 50));
    return { importer };
  };
  return { loaders: [importerOf], render };
}

const targets = [
  ['company', 'name'],
  ['company', 'orgNumber'],
  ['company', 'city'],
  ['contact', 'name'],
  ['contact', 'email'],
  ['contact', 'phone'],
] as const;

/** Opens the scripted file and maps its columns. */
export async function openScripted(importer: Importer): Promise<void> {
  await importer.actions.openFile('script', 'everyone.csv');
  targets.forEach(([entity, field], column) =>
    importer.dispatch({ type: 'column-mapped', column, target: { kind: 'field', entity, field } }),
  );
}
