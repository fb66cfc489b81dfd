import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { hasSeveralEntities } from './fieldNames.ts';
import type { MissingField } from './useMappingGrid.ts';

/** Required fields nothing fills, and the way out. */
export function MissingFields(props: {
  readonly missing: readonly MissingField[];
  /** The settings, where defaults are given, can be reached. */
  readonly canGoOn: boolean;
}): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const canLeave = useImporterState((state) => state.step === 'match');
  const text = messages.match;
  if (props.missing.length === 0 || !canLeave) return null;
  const several = hasSeveralEntities(importer.schema);
  const names = props.missing.map(({ entity, label }) =>
    several ? `${importer.schema.entities[entity]?.label ?? entity}: ${label}` : label,
  );
  return (
    <Notice
      tone="info"
      title={`${text.missingIntro(names.length)}: ${names.join(', ')}`}
      actions={
        props.canGoOn && (
          <Button size="small" onClick={() => void importer.actions.goTo('settings')}>
            {text.setDefault}
          </Button>
        )
      }
    >
      {text.missingHelp}
    </Notice>
  );
}
