import type {
  ColumnMapping,
  FieldRef,
  GridRow,
  PlannedRecord,
  Schema,
  SettingValue,
} from '@importera/engine';
import { answersAtHand, shownSettings } from '@importera/engine';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';
import { fieldLabel, goesTo } from '../match/fieldNames.ts';
import { useValueText } from '../settings/useValueText.ts';
import { answerText } from '../settings/valueText.ts';

/** Rows shown as records. */
const SAMPLES = 3;

/** What the first rows come out as: records, what is linked to them, what the settings add (TD12). */
export function ReviewSamples(props: { readonly revision: number }): ReactElement {
  const { samples: text } = useImporterScope().messages;
  const rows = useSamples(props.revision);
  if (rows === null) {
    return (
      <p className="importera-hint" role="status">
        {text.loading}
      </p>
    );
  }
  if (rows.length === 0) return <p className="importera-hint">{text.none}</p>;
  return (
    <div className="importera-samples">
      <p className="importera-hint">{text.intro}</p>
      {rows.map((row) => (
        <section key={row.row} className="importera-sample">
          <h3 className="importera-sample-row">{text.row(row.row)}</h3>
          {row.planned.records.map((record) => (
            <SampleRecord key={record.entity} record={record} row={row} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** The first rows that make or change a record, under the plan of this revision. */
function useSamples(revision: number): readonly GridRow[] | null {
  const { importer } = useImporterScope();
  const [rows, setRows] = useState<readonly GridRow[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const query = {
      statuses: ['create', 'update', 'ambiguous'],
      offset: 0,
      limit: SAMPLES,
    } as const;
    importer.rows(query).then(
      (page) => !isOver && setRows(page.rows),
      // The grid beside it tells what failed, and has the way to try again.
      () => !isOver && setRows([]),
    );
    return () => {
      isOver = true;
    };
  }, [importer, revision]);
  return rows;
}

interface SampleLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly isSetting: boolean;
}

function SampleRecord(props: {
  readonly record: PlannedRecord;
  readonly row: GridRow;
}): ReactElement {
  const { importer, messages } = useImporterScope();
  const { record, row } = props;
  const { schema } = importer;
  const lines = [...useFieldLines(record, row), ...useSettingLines(record)];
  const parent = schema.entities[record.entity]?.parent;
  const linked = row.planned.records.find(
    (other) => other.entity === parent && other.record === record.parent,
  );
  const label = schema.entities[record.entity]?.label ?? record.entity;
  return (
    <div className="importera-sample-record" data-child={linked !== undefined || undefined}>
      <h4 className="importera-record-name">
        {label}
        <span className="importera-status" data-state={record.action}>
          {actionText(record, messages.samples)}
        </span>
        {linked !== undefined && parent !== undefined && (
          <span className="importera-hint">
            {messages.samples.linked(schema.entities[parent]?.label ?? parent)}
          </span>
        )}
      </h4>
      <dl className="importera-record-list">
        {lines.map(({ key, label: name, value, isSetting }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              {value}
              {isSetting && <span className="importera-tag">{messages.samples.setting}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function actionText(
  { action, match }: PlannedRecord,
  text: ReturnType<typeof useImporterScope>['messages']['samples'],
): string {
  if (action === 'create') return text.creates;
  if (action === 'update') return text.updates;
  if (action === 'skip') return text.skipped;
  // Nothing need be stored yet: an earlier row may be the one that creates it.
  return match === 'file' ? text.same : text.unchanged;
}

/** What is written; of a changed record, what changes. */
function useFieldLines({ entity, values }: PlannedRecord, row: GridRow): readonly SampleLine[] {
  const { importer } = useImporterScope();
  const textOf = useValueText();
  const answers = useImporterState(answersAtHand);
  const columns = useOpenState(({ recipe }) => recipe.columns);
  const { schema } = importer;
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => ({
      key: field,
      label: fieldLabel(schema, { entity, field }),
      value: textOf(value, { entity, field }),
      isSetting: isGiven(
        settingAnswers(schema, answers, { entity, field }),
        cellsOf(row, columns, { entity, field }),
      ),
    }));
}

/** What the settings put into this field of every record: single values, none where nothing is answered. */
function settingAnswers(
  schema: Schema,
  answers: Readonly<Record<string, SettingValue>>,
  { entity, field }: FieldRef,
): readonly string[] {
  return (
    shownSettings(schema, answers)
      // Of the others a row alone does not tell whether the store or the setting gave the value.
      .filter(
        ({ setting: { appliesTo } }) =>
          appliesTo?.entity === entity &&
          appliesTo.field === field &&
          (appliesTo.when ?? 'always') === 'always',
      )
      .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
      .filter((value) => value !== null && value !== '')
      .map(String)
  );
}

function cellsOf(
  row: GridRow,
  columns: readonly ColumnMapping[],
  ref: FieldRef,
): readonly string[] {
  return columns
    .filter((column) => goesTo(column, ref))
    .map(({ column }) => row.cells[column] ?? '');
}

/** Whether the settings give what the row's own cells do not say already. */
function isGiven(answers: readonly string[], cells: readonly string[]): boolean {
  const said = new Set(cells.flatMap((cell) => [cell, ...cell.split(/[,;|]/)]).map(plain));
  return answers.some((answer) => !said.has(plain(answer)));
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** Answers that the host's adapter applies to records like this one. */
function useSettingLines({ entity, action }: PlannedRecord): readonly SampleLine[] {
  const { importer, messages } = useImporterScope();
  const answers = useImporterState(answersAtHand);
  if (action !== 'create' && action !== 'update') return [];
  return shownSettings(importer.schema, answers)
    .filter(({ setting: { appliesTo, type }, value }) => {
      if (appliesTo?.entity !== entity || appliesTo.field !== undefined) return false;
      const isAnswered =
        type === 'switch' || (value !== null && value !== '' && String(value) !== '');
      return isAnswered && (appliesTo.when !== 'create' || action === 'create');
    })
    .map(({ key, setting, value }) => ({
      key: `setting ${key}`,
      label: setting.label,
      value: answerText(setting, value, messages),
      isSetting: true,
    }));
}
