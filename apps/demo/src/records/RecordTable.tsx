import type { Schema } from '@importera/engine';
import type { CrmRecord } from '../api.ts';
import { linkTo } from '../router.ts';
import { Initials } from '../shell/Initials.tsx';
import { useTexts } from '../texts/useTexts.ts';
import type { EntityName } from '../useCrmSchema.ts';
import { FieldValue } from './FieldValue.tsx';
import { recordName } from './recordName.ts';

const columns = {
  company: ['orgNumber', 'city', 'segment', 'status', 'phone'],
  contact: ['title', 'email', 'mobile'],
} as const;

const paths = { company: 'companies', contact: 'contacts' } as const;

export interface RecordTableProps {
  readonly entity: EntityName;
  readonly schema: Schema;
  readonly records: readonly CrmRecord[];
}

export function RecordTable({ entity, schema, records }: RecordTableProps) {
  const texts = useTexts();
  const fields = schema.entities[entity]?.fields ?? {};
  if (records.length === 0) return <p className="empty soft">{texts.records.none}</p>;
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.records.name}</th>
            {entity === 'contact' && <th scope="col">{texts.records.company}</th>}
            {columns[entity].map((key) => (
              <th key={key} scope="col" data-column={key}>
                {fields[key]?.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <th scope="row">
                <a className="record-link" {...linkTo(`/${paths[entity]}/${record.id}`)}>
                  <Initials name={recordName(record)} />
                  {recordName(record)}
                </a>
              </th>
              {entity === 'contact' && (
                <td data-label={texts.records.company}>
                  {record.parent && (
                    <a {...linkTo(`/companies/${record.parent.id}`)}>{record.parent.name}</a>
                  )}
                </td>
              )}
              {columns[entity].map((key) => {
                const field = fields[key];
                return (
                  <td key={key} data-column={key} data-label={field?.label}>
                    {field && <FieldValue value={record.values[key]} field={field} />}
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
