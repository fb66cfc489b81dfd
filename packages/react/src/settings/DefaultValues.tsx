import type { FieldDefault, FieldRef, Schema } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, IconButton } from '../controls/Button.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { FieldPicker } from '../match/FieldPicker.tsx';
import { fieldLabel, fieldOf, sameField } from '../match/fieldNames.ts';
import { DefaultValueInput } from './DefaultValueInput.tsx';

/** Values for fields no column fills: a button, then the field, then its value (FX14). */
export function DefaultValues(): ReactElement {
  const { importer, messages, readOnly } = useImporterScope();
  const defaults = useOpenState((state) => state.recipe.defaults);
  // A line whose field is not picked yet is no decision, so it is not in the recipe.
  const [adding, setAdding] = useState(false);
  const text = messages.settings;
  const change = (next: readonly FieldDefault[]): void =>
    importer.dispatch({ type: 'defaults-changed', defaults: next });

  function pickNew(field: FieldRef): void {
    setAdding(false);
    if (defaults.some((each) => sameField(each, field))) return;
    change([...defaults, { entity: field.entity, field: field.field, value: '' }]);
  }
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.defaults}</h3>
      <p className="importera-hint">{text.defaultsIntro}</p>
      <ul className="importera-defaults">
        {defaults.map((each, index) =>
          isAsked(importer.schema, each) ? null : (
            <DefaultLine
              key={`${each.entity}.${each.field}`}
              value={each}
              disabled={readOnly}
              onChange={(next) => change(defaults.map((old, at) => (at === index ? next : old)))}
              onRemove={() => change(defaults.filter((_, at) => at !== index))}
            />
          ),
        )}
        {adding && (
          <li className="importera-default">
            <FieldPicker
              label={text.defaultFieldLabel(defaults.length + 1)}
              value={null}
              placeholder={messages.match.choose}
              onPick={(choice) => choice.kind === 'field' && pickNew(choice)}
            />
            <Button variant="quiet" onClick={() => setAdding(false)}>
              {messages.actions.cancel}
            </Button>
          </li>
        )}
      </ul>
      {!adding && (
        <Button icon="plus" disabled={readOnly} onClick={() => setAdding(true)}>
          {text.addDefault}
        </Button>
      )}
    </section>
  );
}

/** Told above, with the other ways to fill it. */
function isAsked(schema: Schema, value: FieldDefault): boolean {
  return value.fixed === true && fieldOf(schema, value)?.source?.ask === true;
}

function DefaultLine(props: {
  readonly value: FieldDefault;
  readonly disabled: boolean;
  readonly onChange: (value: FieldDefault) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { importer, messages } = useImporterScope();
  const { value, disabled, onChange } = props;
  const label = fieldLabel(importer.schema, value);
  return (
    <li className="importera-default">
      <span className="importera-default-field">
        <span>{label}</span>
        <span className="importera-hint">{importer.schema.entities[value.entity]?.label}</span>
      </span>
      <DefaultValueInput
        field={fieldOf(importer.schema, value)}
        label={messages.settings.defaultValueLabel(label)}
        value={value.value}
        disabled={disabled}
        onChange={(next) => onChange({ ...value, value: next })}
      />
      <SelectField
        labelHidden
        className="importera-default-use"
        label={messages.sources.use(label)}
        value={value.fixed === true ? 'fixed' : 'empty'}
        options={[
          { value: 'empty', label: messages.sources.whenEmpty },
          { value: 'fixed', label: messages.sources.fixed },
        ]}
        disabled={disabled}
        onChange={(use) => onChange(used(value, use === 'fixed'))}
      />
      <IconButton
        icon="trash"
        label={messages.settings.removeDefault(label)}
        disabled={disabled}
        onClick={props.onRemove}
      />
    </li>
  );
}

function used({ entity, field, value }: FieldDefault, fixed: boolean): FieldDefault {
  return fixed ? { entity, field, value, fixed: true } : { entity, field, value };
}
