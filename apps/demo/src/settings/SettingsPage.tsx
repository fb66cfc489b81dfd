import type { Person } from '../api.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { useTexts } from '../texts/useTexts.ts';
import { useCrmSchema } from '../useCrmSchema.ts';
import { NewFieldForm } from './NewFieldForm.tsx';

/** Fields of the company's own. They are targets of an import and columns of its template at once. */
export function SettingsPage({ person }: { readonly person: Person }) {
  const { settings } = useTexts();
  useTitle(settings.heading);
  const { schema, custom, error, reload } = useCrmSchema();
  return (
    <div className="page narrow">
      <header className="page-head">
        <div>
          <h1>{settings.heading}</h1>
          <p className="soft">{settings.intro}</p>
        </div>
      </header>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {schema &&
        Object.entries(schema.entities).map(([key, entity]) => (
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
      {schema && person.role === 'administrator' && (
        <NewFieldForm entities={schema.entities} onAdded={reload} />
      )}
      {person.role !== 'administrator' && (
        <p className="note" data-tone="info">
          {settings.adminOnly}
        </p>
      )}
    </div>
  );
}
