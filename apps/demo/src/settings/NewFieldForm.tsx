import type { Schema } from '@importera/engine';
import { useRef, useState, type SubmitEvent } from 'react';
import { api } from '../api.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { useScenario } from '../scenario/useScenario.ts';
import { useTexts } from '../texts/useTexts.ts';

const types = ['text', 'number', 'date', 'boolean', 'choice', 'email', 'phone', 'url'] as const;

export interface NewFieldFormProps {
  readonly entities: Schema['entities'];
  readonly onAdded: () => void;
}

export function NewFieldForm({ entities, onAdded }: NewFieldFormProps) {
  const { settings } = useTexts();
  const [error, setError] = useState<Error | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const { href } = useScenario();
  const form = useRef<HTMLFormElement>(null);

  async function add(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const label = (given.get('label') as string).trim();
    setAdded(null);
    try {
      await api(href('/fields'), { method: 'POST', body: { ...Object.fromEntries(given), label } });
      setError(null);
      setAdded(label);
      form.current?.reset();
      onAdded();
    } catch (cause) {
      setError(cause as Error);
    }
  }

  return (
    <form ref={form} className="card section" onSubmit={(event) => void add(event)}>
      <h2>{settings.add}</h2>
      {error && <ErrorNote error={error} />}
      <div className="form-row">
        <label className="field">
          <span>{settings.label}</span>
          <input name="label" required maxLength={60} autoComplete="off" />
        </label>
        <label className="field">
          <span>{settings.type}</span>
          <select name="type">
            {types.map((type) => (
              <option key={type} value={type}>
                {settings.types[type]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{settings.belongsTo}</span>
          <select name="entity">
            {Object.entries(entities).map(([key, entity]) => (
              <option key={key} value={key}>
                {entity.labels ?? entity.label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button primary">
          {settings.create}
        </button>
      </div>
      <p role="status" className="soft">
        {added !== null && settings.added(added)}
      </p>
    </form>
  );
}
