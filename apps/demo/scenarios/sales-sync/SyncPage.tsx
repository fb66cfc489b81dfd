import { SalesSyncSettings, salesSyncClient } from '@importera/sales-sync/react';
import { sv } from '@importera/sales-sync/react/sv';
import { Page } from '../../src/shell/Page.tsx';
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
  return (
    <Page width="narrow" heading={text.sync} aside={<AccountingLink />}>
      <SalesSyncSettings
        client={client}
        nameOf={nameOf}
        titleHidden
        {...(language === 'sv' ? { locale: sv } : {})}
      />
    </Page>
  );
}
// #endregion

function AccountingLink() {
  const { data } = useApi<{ readonly url: string }>('/own/accounting');
  const language = useLanguage();
  if (data === null) return null;
  return (
    <a
      className="button"
      href={`${data.url}/?language=${language}`}
      target="_blank"
      rel="noreferrer"
    >
      {texts[language].openAccounting}
    </a>
  );
}
