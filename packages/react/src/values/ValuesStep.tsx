import { choiceOptions } from '@importera/engine';
import type { ChoiceField } from '@importera/engine';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { MoreButton } from '../controls/MoreButton.tsx';
import { Notice } from '../controls/Notice.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import type { SelectOption } from '../controls/SelectField.tsx';
import { useShown } from '../controls/useShown.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { useValueMapping } from './useValueMapping.ts';
import type { ValueColumn, ValueDecision, ValueMapping, ValueRow } from './useValueMapping.ts';

/** Values a choice field does not know find their meaning. */
export function ValuesStep(): ReactElement {
  const text = useImporterScope().messages.values;
  const values = useValueMapping();
  return (
    <div className="importera-step">
      <StepHeading title={text.heading} intro={text.intro} />
      <ErrorNotice />
      <Notice
        tone={values.openCount === 0 ? 'success' : 'warning'}
        role="status"
        title={values.openCount === 0 ? text.allDone : text.open(values.openCount)}
        actions={
          values.suggestionCount > 0 && (
            <Button size="small" onClick={() => values.acceptSuggestions()}>
              {text.acceptAll(values.suggestionCount)}
            </Button>
          )
        }
      />
      {values.columns.map((column) => (
        <ValueColumnPanel key={column.mapping.column} column={column} values={values} />
      ))}
    </div>
  );
}

function ValueColumnPanel(props: {
  readonly column: ValueColumn;
  readonly values: ValueMapping;
}): ReactElement {
  const text = useImporterScope().messages.values;
  const { column, values } = props;
  const shown = useShown(column.rows);
  const options = useMemo(() => choices(column.field, text), [column.field, text]);
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.column(column.mapping.header, column.label)}</h3>
      <table className="importera-values">
        <thead>
          <tr>
            <th scope="col">{text.value}</th>
            <th scope="col" className="importera-number">
              {text.count}
            </th>
            <th scope="col">{text.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {shown.items.map((row) => (
            <ValueLine key={row.text} row={row} options={options} values={values} />
          ))}
        </tbody>
      </table>
      <MoreButton shown={shown} />
    </section>
  );
}

/** Options are prefixed, so that none can be mistaken for a decision. */
const OPTION = 'option:';

function ValueLine(props: {
  readonly row: ValueRow;
  readonly options: readonly SelectOption<string>[];
  readonly values: ValueMapping;
}): ReactElement {
  const { messages } = useImporterScope();
  const { number } = useFormats();
  const { row, options, values } = props;
  const text = messages.values;
  const suggestion = row.decision.kind === 'open' ? row.suggestion : null;
  return (
    <tr data-state={row.decision.kind}>
      <th scope="row">{row.text}</th>
      <td className="importera-number">{number(row.count)}</td>
      <td>
        <div className="importera-value-choice">
          <SelectField
            labelHidden
            label={text.option(row.text)}
            value={toKey(row.decision)}
            placeholder={text.choose}
            options={options}
            disabled={values.disabled}
            onChange={(key) => values.decide(row.column, row.text, fromKey(key))}
          />
          {suggestion !== null && (
            <Button
              size="small"
              icon="sparkle"
              onClick={() =>
                values.decide(row.column, row.text, { kind: 'option', option: suggestion })
              }
            >
              {options.find(({ value }) => value === OPTION + suggestion)?.label ?? suggestion}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function choices(
  field: ChoiceField,
  text: ReturnType<typeof useImporterScope>['messages']['values'],
): readonly SelectOption<string>[] {
  const options = choiceOptions(field.options).map(({ value, label }) => ({
    value: OPTION + value,
    label,
  }));
  const keep = field.open ? [{ value: 'keep', label: text.keep, help: text.keepHelp }] : [];
  return [
    ...options,
    ...keep,
    { value: 'leave-out', label: text.leaveOut, help: text.leaveOutHelp },
  ];
}

function toKey(decision: ValueDecision): string | null {
  if (decision.kind === 'open') return null;
  return decision.kind === 'option' ? OPTION + decision.option : decision.kind;
}

function fromKey(key: string): ValueDecision {
  if (key.startsWith(OPTION)) return { kind: 'option', option: key.slice(OPTION.length) };
  return { kind: key === 'keep' ? 'keep' : 'leave-out' };
}
