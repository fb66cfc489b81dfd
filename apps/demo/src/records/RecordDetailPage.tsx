import type { Schema } from '@importera/engine';
import type { CrmRecord, RecordPage } from '../api.ts';
import { linkTo } from '../router.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Initials } from '../shell/Initials.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { useTexts } from '../texts/useTexts.ts';
import { useApi } from '../useApi.ts';
import { useCrmSchema, type EntityName } from '../useCrmSchema.ts';
import { FieldValue } from './FieldValue.tsx';
import { recordName } from './recordName.ts';
import { RecordTable } from './RecordTable.tsx';

/** Everything that is stored of one company or contact. */
export function RecordDetailPage(props: { readonly entity: EntityName; readonly id: string }) {
  const { entity, id } = props;
  const texts = useTexts();
  const { data: record, error, reload } = useApi<CrmRecord>(`/records/${entity}/${id}`);
  const { schema } = useCrmSchema();
  useTitle(record && recordName(record));
  const path = entity === 'company' ? 'companies' : 'contacts';
  return (
    <div className="page">
      <a className="back" {...linkTo(`/${path}`)}>
        <Icon name="back" />
        {texts.records.back(texts.nav[path])}
      </a>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {record && schema && <Details entity={entity} record={record} schema={schema} />}
    </div>
  );
}

interface DetailsProps {
  readonly entity: EntityName;
  readonly record: CrmRecord;
  readonly schema: Schema;
}

function Details({ entity, record, schema }: DetailsProps) {
  const texts = useTexts();
  const fields = Object.entries(schema.entities[entity]?.fields ?? {});
  const name = recordName(record);
  return (
    <>
      <header className="page-head record-head">
        <Initials name={name} />
        <div>
          <h1>{name}</h1>
          {record.parent && (
            <a {...linkTo(`/companies/${record.parent.id}`)}>{record.parent.name}</a>
          )}
        </div>
      </header>
      <dl className="card details">
        {fields.map(([key, field]) => (
          <div key={key}>
            <dt>
              {field.label}
              {field.custom && <span className="tag small">{texts.records.customField}</span>}
            </dt>
            <dd>
              <FieldValue value={record.values[key]} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      {entity === 'company' && <CompanyContacts id={record.id} schema={schema} />}
    </>
  );
}

function CompanyContacts({ id, schema }: { readonly id: string; readonly schema: Schema }) {
  const texts = useTexts();
  const { data } = useApi<RecordPage>(`/records/contact?parent=${id}`);
  if (data === null || data.total === 0) return null;
  return (
    <section className="section">
      <h2>{texts.nav.contacts}</h2>
      <RecordTable entity="contact" schema={schema} records={data.records} />
    </section>
  );
}
