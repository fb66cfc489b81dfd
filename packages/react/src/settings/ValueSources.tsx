import { choiceOptions } from '@importera/engine';
import type { ColumnMapping, Field, FieldDefault, FieldRef, Schema } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { RadioCards } from '../controls/RadioCards.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { goesTo, sameField } from '../match/fieldNames.ts';
import { DefaultValueInput } from './DefaultValueInput.tsx';

/** Fields the host asks about: one value for all, from a column, or left as it is (TD5). */
export function ValueSources(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const fields = askedFields(importer.schema);
  if (fields.length === 0) return null;
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{messages.sources.heading}</h3>
      <p className="importera-hint">{messages.sources.intro}</p>
      <div className="importera-stack importera-stack-wide">
        {fields.map(({ ref, field }) => (
          <SourceChoice key={`${ref.entity}.${ref.field}`} target={ref} field={field} />
        ))}
      </div>
    </section>
  );
}

interface AskedField {
  readonly ref: FieldRef;
  readonly field: Field;
}

function askedFields(schema: Schema): readonly AskedField[] {
  return Object.entries(schema.entities).flatMap(([entity, { fields }]) =>
    Object.entries(fields)
      .filter(([, field]) => field.source?.ask === true)
      .map(([key, field]) => ({ ref: { entity, field: key }, field })),
  );
}

type Source = 'one' | 'column' | 'leave';

function SourceChoice(props: { readonly target: FieldRef; readonly field: Field }): ReactElement {
  const { target, field } = props;
  const { messages, readOnly } = useImporterScope();
  const text = messages.sources;
  const source = useSource(target);
  return (
    <div className="importera-source">
      <RadioCards
        label={field.label}
        value={source.chosen}
        options={[
          { value: 'one', label: text.one, help: text.oneHelp },
          { value: 'column', label: text.column, help: source.columnLabel ?? text.chooseColumn },
          { value: 'leave', label: text.leave, help: text.leaveHelp(onCreate(field)) },
        ]}
        disabled={readOnly}
        onChange={source.choose}
      />
      {source.chosen === 'one' && (
        <DefaultValueInput
          field={field}
          label={text.value(field.label)}
          value={source.value}
          disabled={readOnly}
          onChange={source.fix}
        />
      )}
      {source.chosen === 'column' && (
        <SelectField
          labelHidden
          label={text.columnLabel(field.label)}
          placeholder={text.chooseColumn}
          value={source.column}
          options={source.columns}
          disabled={readOnly}
          onChange={source.map}
        />
      )}
    </div>
  );
}

function onCreate({ defaultOnCreate, ...field }: Field): string | null {
  if (defaultOnCreate === undefined || field.type !== 'choice') return defaultOnCreate ?? null;
  const option = choiceOptions(field.options).find(({ value }) => value === defaultOnCreate);
  return option?.label ?? defaultOnCreate;
}

interface FieldSource {
  readonly chosen: Source;
  readonly value: string;
  /** Index of the column that fills the field. */
  readonly column: string | null;
  readonly columnLabel: string | null;
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  choose(source: Source): void;
  fix(value: string): void;
  map(column: string): void;
}

/** Where a field's value comes from, told by the recipe; what a column was before it was left is kept while here. */
function useSource(target: FieldRef): FieldSource {
  const { importer } = useImporterScope();
  const recipe = useOpenState((state) => state.recipe);
  const table = useOpenState((state) => state.table);
  const fixed = recipe.defaults.find((one) => one.fixed === true && sameField(one, target));
  const mapped = recipe.columns.find((column) => goesTo(column, target));
  const told: Source = fixed !== undefined ? 'one' : mapped === undefined ? 'leave' : 'column';
  // Choosing *from a column* comes before the column itself.
  const [isPicking, setPicking] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const setDefaults = (value: string | null): void => {
    const others = recipe.defaults.filter((one) => !sameField(one, target));
    const own: readonly FieldDefault[] = value === null ? [] : [{ ...target, value, fixed: true }];
    importer.dispatch({ type: 'defaults-changed', defaults: [...others, ...own] });
  };
  const mapTo = (column: number, to: ColumnMapping['target']): void =>
    importer.dispatch({ type: 'column-mapped', column, target: to });
  return {
    chosen: isPicking && told === 'leave' ? 'column' : told,
    value: fixed?.value ?? '',
    column: mapped === undefined ? null : String(mapped.column),
    columnLabel: mapped === undefined ? null : (table.columns[mapped.column]?.label ?? null),
    columns: table.columns.map(({ index, label }) => ({ value: String(index), label })),
    choose(source) {
      setPicking(source === 'column');
      if (source === 'one') return setDefaults(fixed?.value ?? '');
      if (fixed !== undefined) setDefaults(null);
      if (source === 'leave' && mapped !== undefined) {
        setLeft(mapped.column);
        mapTo(mapped.column, { kind: 'ignore' });
      }
      if (source === 'column' && mapped === undefined && left !== null)
        mapTo(left, { kind: 'field', ...target });
    },
    fix: setDefaults,
    map(column) {
      if (mapped !== undefined) mapTo(mapped.column, { kind: 'ignore' });
      mapTo(Number(column), { kind: 'field', ...target });
    },
  };
}
