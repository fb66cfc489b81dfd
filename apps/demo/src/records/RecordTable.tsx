import type { Schema } from '@importera/engine';
import type { RecordListView } from '../../scenarios/ScenarioPage.ts';
import type { CompanyRecord } from '../api.ts';
import { linkTo } from '../router.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { Initials } from '../shell/Initials.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { FieldValue } from './FieldValue.tsx';
import { ParentLink } from './ParentLink.tsx';
import { recordName } from './recordName.ts';

export interface RecordTableProps {
  readonly list: RecordListView;
  readonly schema: Schema;
  readonly records: readonly CompanyRecord[];
}

export function RecordTable({ list, schema, records }: RecordTableProps) {
  const texts = useTexts();
  const { href } = useScenario();
  const { fields = {}, parent } = schema.entities[list.entity] ?? {};
  const parentLabel = parent === undefined ? null : schema.entities[parent]?.label;
  return (
    <div className="card table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.records.name}</th>
            {parentLabel && <th scope="col">{parentLabel}</th>}
            {list.columns.map((key, at) => (
              <th key={key} scope="col" data-later={at > 2 || undefined}>
                {fields[key]?.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <th scope="row">
                <a className="record-link" {...linkTo(href(`/${list.path}/${record.id}`))}>
                  <Initials name={recordName(record.values, list)} />
                  {recordName(record.values, list)}
                </a>
              </th>
              {parentLabel && (
                <td data-label={parentLabel}>
                  <ParentLink parent={record.parent} />
                </td>
              )}
              {list.columns.map((key, at) => {
                const field = fields[key];
                return (
                  <td key={key} data-later={at > 2 || undefined} data-label={field?.label}>
                    {field && (
                      <FieldValue
                        value={record.values[key]}
                        field={field}
                        target={record.references[key]}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
