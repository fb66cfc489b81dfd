import type { ChoiceField, Schema } from '@importera/engine';
import type { RecordListView } from '../../scenarios/ScenarioPage.ts';
import type { RecordPage } from '../api.ts';
import { goTo, linkTo, usePlace } from '../router.ts';
import { useCompanySchema } from '../scenario/useCompanySchema.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { useSchema } from '../scenario/useSchema.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Page } from '../shell/Page.tsx';
import { pluralOf } from '../shell/useMenu.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { useApi } from '../useApi.ts';
import { optionText } from './fieldText.ts';
import { RecordTable } from './RecordTable.tsx';

/** Records of an entity: searched, filtered, page by page. What is shown stands in the address. */
export function RecordListPage({ list }: { readonly list: RecordListView }) {
  const texts = useTexts();
  const language = useLanguage();
  const { href } = useScenario();
  const heading = pluralOf(useSchema().entities, list.entity);
  const { query } = usePlace();
  const page = useApi<RecordPage>(`/records/${list.entity}?${query.toString()}`);
  const { schema } = useCompanySchema();
  const total = page.data?.total ?? 0;
  const place = href(`/${list.path}`);
  return (
    <Page
      heading={heading}
      aside={
        page.data && (
          <p className="soft" role="status">
            {texts.records.count(total, new Intl.NumberFormat(language).format(total))}
          </p>
        )
      }
    >
      {(query.has('import') || query.has('ids')) && (
        <div className="note" data-tone="info">
          <p>{texts.records.fromImport}</p>
          <a className="button" {...linkTo(place)}>
            {texts.records.showAll}
          </a>
        </div>
      )}
      <Filters place={place} heading={heading} filter={filterOf(schema, list)} />
      {page.error && <ErrorNote error={page.error} onRetry={page.reload} />}
      {page.data && schema && (
        <>
          {total === 0 ? (
            <p className="empty soft">
              {query.size === 0 ? texts.records.noneYet : texts.records.none}
            </p>
          ) : (
            <RecordTable list={list} schema={schema} records={page.data.records} />
          )}
          <Pages total={total} size={page.data.pageSize} place={place} />
        </>
      )}
    </Page>
  );
}

interface Filter {
  readonly key: string;
  readonly field: ChoiceField;
}

/** The choice field that a list is narrowed by: its own, or its parent's. */
function filterOf(schema: Schema | null, { entity, filter }: RecordListView): Filter | null {
  if (schema === null || filter === undefined) return null;
  const own = schema.entities[entity];
  const parent = own?.parent === undefined ? undefined : schema.entities[own.parent];
  const field = own?.fields[filter] ?? parent?.fields[filter];
  return field?.type === 'choice' ? { key: filter, field } : null;
}

function Filters(props: {
  readonly place: string;
  readonly heading: string;
  readonly filter: Filter | null;
}) {
  const { records } = useTexts();
  const { query } = usePlace();
  const { place, heading, filter } = props;
  const label = records.search(heading);
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="search">
        <Icon name="search" />
        <span className="visually-hidden">{label}</span>
        <input
          type="search"
          placeholder={label}
          defaultValue={query.get('search') ?? ''}
          onChange={(event) => refine(place, query, 'search', event.currentTarget.value)}
        />
      </label>
      {filter && (
        <label>
          <span className="visually-hidden">{filter.field.label}</span>
          <select
            value={query.get(filter.key) ?? ''}
            onChange={(event) => refine(place, query, filter.key, event.currentTarget.value)}
          >
            <option value="">{records.any(filter.field.label)}</option>
            {filter.field.options.map((option) => {
              const value = typeof option === 'string' ? option : option.value;
              return (
                <option key={value} value={value}>
                  {optionText(value, filter.field)}
                </option>
              );
            })}
          </select>
        </label>
      )}
    </form>
  );
}

function Pages(props: { readonly total: number; readonly size: number; readonly place: string }) {
  const { records } = useTexts();
  const { query } = usePlace();
  const page = Math.max(1, Number(query.get('page')) || 1);
  const pages = Math.max(1, Math.ceil(props.total / props.size));
  if (pages === 1) return null;
  const to = (target: number): void => goTo(address(props.place, query, 'page', String(target)));
  return (
    <nav className="pages" aria-label={records.pages}>
      <button
        type="button"
        className="button icon-only"
        aria-label={records.previous}
        disabled={page <= 1}
        onClick={() => to(page - 1)}
      >
        <Icon name="back" />
      </button>
      <span className="soft">{records.page(page, pages)}</span>
      <button
        type="button"
        className="button icon-only"
        aria-label={records.next}
        disabled={page >= pages}
        onClick={() => to(page + 1)}
      >
        <Icon name="forward" />
      </button>
    </nav>
  );
}

function refine(place: string, query: URLSearchParams, key: string, value: string): void {
  const next = new URLSearchParams(query);
  next.delete('page');
  goTo(address(place, next, key, value), { replace: true });
}

function address(place: string, query: URLSearchParams, key: string, value: string): string {
  const next = new URLSearchParams(query);
  if (value === '') next.delete(key);
  else next.set(key, value);
  return next.size === 0 ? place : `${place}?${next.toString()}`;
}
