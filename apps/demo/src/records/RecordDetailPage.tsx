import type { Schema } from '@importera/engine';
import type { RecordListView } from '../../scenarios/ScenarioPage.ts';
import type { CompanyRecord, RecordPage } from '../api.ts';
import { linkTo } from '../router.ts';
import { useCompanySchema } from '../scenario/useCompanySchema.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Initials } from '../shell/Initials.tsx';
import { pluralOf } from '../shell/useMenu.ts';
import { useTitle } from '../shell/useTitle.ts';
import { useTexts } from '../texts/useTexts.ts';
import { useApi } from '../useApi.ts';
import { FieldValue } from './FieldValue.tsx';
import { ParentLink } from './ParentLink.tsx';
import { recordName } from './recordName.ts';
import { RecordTable } from './RecordTable.tsx';

export interface RecordDetailPageProps {
  readonly list: RecordListView;
  readonly id: string;
}

/** Everything that is stored of one record. */
export function RecordDetailPage({ list, id }: RecordDetailPageProps) {
  const texts = useTexts();
  const { href } = useScenario();
  const { data: record, error, reload } = useApi<CompanyRecord>(`/records/${list.entity}/${id}`);
  const { schema } = useCompanySchema();
  useTitle(record && recordName(record.values, list));
  return (
    <div className="page">
      {schema && (
        <a className="back" {...linkTo(href(`/${list.path}`))}>
          <Icon name="back" />
          {texts.records.back(pluralOf(schema.entities, list.entity))}
        </a>
      )}
      {error && <ErrorNote error={error} onRetry={reload} />}
      {record && schema && <Details list={list} record={record} schema={schema} />}
    </div>
  );
}

interface DetailsProps {
  readonly list: RecordListView;
  readonly record: CompanyRecord;
  readonly schema: Schema;
}

function Details({ list, record, schema }: DetailsProps) {
  const texts = useTexts();
  const { lists } = useScenario();
  const fields = Object.entries(schema.entities[list.entity]?.fields ?? {});
  const name = recordName(record.values, list);
  const children = lists.filter(({ entity }) => schema.entities[entity]?.parent === list.entity);
  return (
    <>
      <header className="page-head record-head">
        <Initials name={name} />
        <div>
          <h1>{name}</h1>
          <ParentLink parent={record.parent} />
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
              <FieldValue
                value={field.type === 'id' ? record.id : record.values[key]}
                field={field}
                target={record.references[key]}
              />
            </dd>
          </div>
        ))}
      </dl>
      {children.map((child) => (
        <Children key={child.path} list={child} parent={record.id} schema={schema} />
      ))}
    </>
  );
}

/** Records that belong to this one, e.g. the contacts of a company. */
function Children({
  list,
  parent,
  schema,
}: {
  readonly list: RecordListView;
  readonly parent: string;
  readonly schema: Schema;
}) {
  const { data } = useApi<RecordPage>(`/records/${list.entity}?parent=${parent}`);
  if (data === null || data.total === 0) return null;
  return (
    <section className="section">
      <h2>{pluralOf(schema.entities, list.entity)}</h2>
      <RecordTable list={list} schema={schema} records={data.records} />
    </section>
  );
}
