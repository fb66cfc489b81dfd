import type { Field } from '@importera/engine';
import type { RecordPage } from '../api.ts';
import { goTo, linkTo, usePlace } from '../router.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { useApi } from '../useApi.ts';
import { useCrmSchema, type EntityName } from '../useCrmSchema.ts';
import { optionText } from './fieldText.ts';
import { RecordTable } from './RecordTable.tsx';

const paths = { company: 'companies', contact: 'contacts' } as const;

/** Companies or contacts: searched, filtered, page by page. What is shown stands in the address. */
export function RecordListPage({ entity }: { readonly entity: EntityName }) {
  const texts = useTexts();
  const language = useLanguage();
  useTitle(texts.nav[paths[entity]]);
  const { query } = usePlace();
  const list = useApi<RecordPage>(`/records/${entity}?${query.toString()}`);
  const { schema } = useCrmSchema();
  const total = list.data?.total ?? 0;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{texts.nav[paths[entity]]}</h1>
        {list.data && (
          <p className="soft" role="status">
            {texts.records.count(total, new Intl.NumberFormat(language).format(total))}
          </p>
        )}
      </header>
      {(query.has('import') || query.has('ids')) && (
        <div className="note" data-tone="info">
          <p>{texts.records.fromImport}</p>
          <a className="button" {...linkTo(`/${paths[entity]}`)}>
            {texts.records.showAll}
          </a>
        </div>
      )}
      <Filters entity={entity} segment={schema?.entities['company']?.fields['segment']} />
      {list.error && <ErrorNote error={list.error} onRetry={list.reload} />}
      {list.data && schema && (
        <>
          <RecordTable entity={entity} schema={schema} records={list.data.records} />
          <Pages total={total} size={list.data.pageSize} path={paths[entity]} />
        </>
      )}
    </div>
  );
}

function Filters(props: { readonly entity: EntityName; readonly segment: Field | undefined }) {
  const { records } = useTexts();
  const { query } = usePlace();
  const { entity, segment } = props;
  const label = entity === 'company' ? records.searchCompanies : records.searchContacts;
  const options = segment?.type === 'choice' ? segment.options : [];
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="search">
        <Icon name="search" />
        <span className="visually-hidden">{label}</span>
        <input
          type="search"
          placeholder={label}
          defaultValue={query.get('search') ?? ''}
          onChange={(event) => refine(entity, query, 'search', event.currentTarget.value)}
        />
      </label>
      <label>
        <span className="visually-hidden">{records.segment}</span>
        <select
          value={query.get('segment') ?? ''}
          onChange={(event) => refine(entity, query, 'segment', event.currentTarget.value)}
        >
          <option value="">{records.allSegments}</option>
          {options.map((option) => {
            const value = typeof option === 'string' ? option : option.value;
            return (
              <option key={value} value={value}>
                {optionText(value, segment as Field)}
              </option>
            );
          })}
        </select>
      </label>
    </form>
  );
}

function Pages(props: { readonly total: number; readonly size: number; readonly path: string }) {
  const { records } = useTexts();
  const { query } = usePlace();
  const page = Math.max(1, Number(query.get('page')) || 1);
  const pages = Math.max(1, Math.ceil(props.total / props.size));
  if (pages === 1) return null;
  const to = (target: number): void => goTo(address(props.path, query, 'page', String(target)));
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

function refine(entity: EntityName, query: URLSearchParams, key: string, value: string): void {
  const next = new URLSearchParams(query);
  next.delete('page');
  goTo(address(paths[entity], next, key, value), { replace: true });
}

function address(path: string, query: URLSearchParams, key: string, value: string): string {
  const next = new URLSearchParams(query);
  if (value === '') next.delete(key);
  else next.set(key, value);
  return next.size === 0 ? `/${path}` : `/${path}?${next.toString()}`;
}
