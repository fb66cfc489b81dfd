import type { Person } from '../../scenarios/Person.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Page } from '../shell/Page.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { useCompanySchema } from '../scenario/useCompanySchema.ts';
import { NewFieldForm } from './NewFieldForm.tsx';

/** Fields of the company's own. They are targets of an import and columns of its template at once. */
export function SettingsPage({ person }: { readonly person: Person }) {
  const { settings } = useTexts();
  const { schema, custom, error, reload } = useCompanySchema();
  const extendable = Object.entries(schema?.entities ?? {}).filter(
    ([, entity]) => entity.extendable === true,
  );
  return (
    <Page
      width="narrow"
      heading={settings.heading}
      intro={extendable.length > 0 ? settings.intro : undefined}
    >
      {error && <ErrorNote error={error} onRetry={reload} />}
      {extendable.map(([key, entity]) => (
        <section key={key} className="card section">
          <h2>{settings.fieldsOf(entity.labels ?? entity.label)}</h2>
          <ul className="field-list">
            {Object.entries(custom[key] ?? {}).map(([field, { label, type }]) => (
              <li key={field}>
                <strong>{label}</strong>
                <span className="tag">{settings.types[type]}</span>
              </li>
            ))}
          </ul>
          {Object.keys(custom[key] ?? {}).length === 0 && <p className="soft">{settings.none}</p>}
        </section>
      ))}
      {schema && extendable.length === 0 && <p className="soft">{settings.noneExtendable}</p>}
      {extendable.length > 0 && person.isAdministrator && (
        <NewFieldForm entities={Object.fromEntries(extendable)} onAdded={reload} />
      )}
      {extendable.length > 0 && !person.isAdministrator && (
        <p className="note" data-tone="info">
          {settings.adminOnly}
        </p>
      )}
    </Page>
  );
}
