import { SalesSyncSettings, salesSyncClient } from '@importera/sales-sync/react';
import { sv } from '@importera/sales-sync/react/sv';
import { useTitle } from '../../src/shell/useTitle.ts';
import { useLanguage } from '../../src/texts/useTexts.ts';
import { useApi } from '../../src/useApi.ts';
import { people } from './people.ts';
import { texts } from './texts.ts';

// #region page
const client = salesSyncClient({ url: '/api/sales/own/sync' });
const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;

/** The settings of the sync, and the way to the accounting system. */
export function SyncPage() {
  const language = useLanguage();
  const text = texts[language];
  useTitle(text.sync);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{text.sync}</h1>
        <AccountingLink />
      </header>
      <SalesSyncSettings
        client={client}
        nameOf={nameOf}
        titleHidden
        {...(language === 'sv' ? { locale: sv } : {})}
      />
    </div>
  );
}
// #endregion

function AccountingLink() {
  const { data } = useApi<{ readonly url: string }>('/own/accounting');
  const text = texts[useLanguage()];
  if (data === null) return null;
  return (
    <a className="button" href={data.url} target="_blank" rel="noreferrer">
      {text.openAccounting}
    </a>
  );
}
