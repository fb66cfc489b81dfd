import { shownSettings } from '@importera/engine';
import type { FieldDefault, Recipe, Schema } from '@importera/engine';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';
import type { Messages } from '../locales/Locale.ts';
import { fieldLabel, hasSeveralEntities, targetLabel } from '../match/fieldNames.ts';
import { answerText } from '../settings/valueText.ts';

/** Every decision behind the import in one place, each with the way back to it (FX17). */
export function RecipeSummary(): ReactElement {
  const { messages } = useImporterScope();
  const recipe = useOpenState((state) => state.recipe);
  const text = messages.review;
  return (
    <div className="importera-recipe">
      <Part title={text.columns} step="match">
        <ColumnList recipe={recipe} />
      </Part>
      <Part title={text.settings} step="settings">
        <SettingList recipe={recipe} />
      </Part>
      {(recipe.edits.length > 0 || recipe.excluded.length > 0) && (
        <p className="importera-hint">
          {recipe.edits.length > 0 && text.edits(recipe.edits.length)}
          {recipe.edits.length > 0 && recipe.excluded.length > 0 && ' · '}
          {recipe.excluded.length > 0 && text.excluded(recipe.excluded.length)}
        </p>
      )}
    </div>
  );
}

function Part(props: {
  readonly title: string;
  readonly step: 'match' | 'settings';
  readonly children: ReactNode;
}): ReactElement {
  const { importer, messages, readOnly } = useImporterScope();
  const isReview = useImporterState((state) => state.step === 'review');
  return (
    <section>
      <div className="importera-panel-head">
        <h3 className="importera-recipe-title">{props.title}</h3>
        {isReview && !readOnly && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${messages.actions.edit}: ${props.title}`}
            onClick={() => void importer.actions.goTo(props.step)}
          >
            {messages.actions.edit}
          </Button>
        )}
      </div>
      {props.children}
    </section>
  );
}

function ColumnList({ recipe }: { readonly recipe: Recipe }): ReactElement {
  const { importer, messages } = useImporterScope();
  const labels = useOpenState((state) => state.table.columns);
  const { schema } = importer;
  const used = recipe.columns.filter(({ target }) => target !== null && target.kind !== 'ignore');
  const ignored = recipe.columns.length - used.length;
  const several = hasSeveralEntities(schema);
  return (
    <>
      <ul className="importera-flow">
        {used.map(({ column, target, match, write }) => (
          <li key={column}>
            <span className="importera-flow-from">{labels[column]?.label}</span>
            <span className="importera-flow-arrow">
              <Icon name="arrowEnd" />
            </span>
            <span className="importera-flow-to">
              {targetLabel(schema, target)}
              {several && target !== null && target.kind !== 'ignore' && (
                <span className="importera-hint">
                  {schema.entities[target.entity]?.label ?? target.entity}
                </span>
              )}
              {match && <span className="importera-tag">{messages.match.useForMatching}</span>}
              {write !== 'overwrite' && (
                <span className="importera-tag">{messages.match.writes[write]}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {ignored > 0 && <p className="importera-hint">{messages.review.notImported(ignored)}</p>}
    </>
  );
}

function SettingList({ recipe }: { readonly recipe: Recipe }): ReactElement {
  const { importer, messages } = useImporterScope();
  const { schema } = importer;
  const text = messages.settings;
  const lines: readonly (readonly [string, string])[] = [
    ...shownSettings(schema, recipe.settings).map(
      ({ setting, value }) => [setting.label, answerText(setting, value, messages)] as const,
    ),
    ...recipe.defaults.map(
      (each) => [defaultLabel(schema, each, messages), each.value || messages.review.none] as const,
    ),
    [text.mode, text.modes[recipe.policy.mode]],
    [text.ambiguous, text.ambiguities[recipe.policy.ambiguous]],
    [text.allOrNothing, recipe.policy.allOrNothing ? messages.review.on : messages.review.off],
  ];
  return (
    <dl className="importera-record-list">
      {lines.map(([label, value], index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function defaultLabel(schema: Schema, value: FieldDefault, { sources }: Messages): string {
  const label = fieldLabel(schema, value);
  return value.fixed === true ? `${label} (${sources.fixedTag})` : label;
}
