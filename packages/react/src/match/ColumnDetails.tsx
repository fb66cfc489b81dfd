import { isListField } from '@importera/engine';
import type { WritePolicy } from '@importera/engine';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { CheckboxField } from '../controls/CheckboxField.tsx';
import { Icon } from '../controls/Icon.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { useMappingGridContext, useMappingRow } from './MappingGrid.tsx';
import { fieldLabel } from './fieldNames.ts';

/** What most people need not see: write policy, formats, the runner-up, what the column holds. */
export const ColumnDetails: {
  readonly Toggle: typeof DetailsToggle;
  readonly Panel: typeof DetailsPanel;
} = { Toggle: DetailsToggle, Panel: DetailsPanel };

function DetailsToggle(props: {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}): ReactElement {
  const { messages } = useImporterScope();
  const { column } = useMappingRow();
  return (
    <button
      type="button"
      className="importera-disclosure"
      aria-label={messages.match.detailsFor(column.label)}
      aria-expanded={props.open}
      onClick={() => props.onToggle(!props.open)}
    >
      <Icon name="chevronEnd" />
      {messages.match.details}
    </button>
  );
}

function DetailsPanel(): ReactElement {
  const row = useMappingRow();
  return (
    <div className="importera-details-panel">
      <ColumnFacts />
      <RunnerUp />
      {row.state === 'mapped' && <WriteChoice />}
      {row.ambiguous === null && <FormatChoice />}
    </div>
  );
}

function ColumnFacts(): ReactElement {
  const text = useImporterScope().messages.match;
  const { profile } = useMappingRow().column;
  return (
    <p className="importera-hint">
      {text.filled(profile.filled, profile.filled + profile.empty)} ·{' '}
      {text.distinct(profile.distinct.length, profile.distinctComplete)}
    </p>
  );
}

/** The next best field, and the best one once the person has left it. */
function RunnerUp(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const grid = useMappingGridContext();
  const { column, suggestion, isGuess } = useMappingRow();
  const other = isGuess ? suggestion?.runnerUp : (suggestion?.guess ?? suggestion?.runnerUp);
  if (other == null) return null;
  const label = fieldLabel(importer.schema, other);
  return (
    <div className="importera-runner-up">
      <span className="importera-hint">
        {messages.match.runnerUp}: {label} · {messages.match.score(other.score)}
      </span>
      <Button
        size="small"
        disabled={grid.disabled}
        onClick={() =>
          grid.map(
            column.index,
            { kind: 'field', entity: other.entity, field: other.field },
            'runner-up',
          )
        }
      >
        {messages.match.useRunnerUp(label)}
      </Button>
    </div>
  );
}

const WRITES: readonly WritePolicy[] = ['overwrite', 'if-empty', 'append', 'never'];

function WriteChoice(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const text = messages.match;
  const grid = useMappingGridContext();
  const { column, mapping, field } = useMappingRow();
  const appendable = field !== null && isListField(field);
  const allowed = importer.schema.policy?.write?.choices ?? WRITES;
  const policies = WRITES.filter(
    (write) => allowed.includes(write) && (write !== 'append' || appendable),
  );
  // With one choice the host has fixed it.
  if (policies.length < 2) return null;
  return (
    <div className="importera-stack">
      <SelectField
        label={text.write}
        value={mapping.write}
        options={policies.map((value) => ({ value, label: text.writes[value] }))}
        disabled={grid.disabled}
        onChange={(write) => grid.setWrite(column.index, write, mapping.clear)}
      />
      <CheckboxField
        label={text.clear}
        checked={mapping.clear}
        disabled={grid.disabled || mapping.write !== 'overwrite'}
        onChange={(clear) => grid.setWrite(column.index, mapping.write, clear)}
      />
    </div>
  );
}
