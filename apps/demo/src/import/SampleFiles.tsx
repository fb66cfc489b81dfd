import { useState } from 'react';
import { useScenario } from '../scenario/useScenario.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { useLanguage, useTexts } from '../texts/useTexts.ts';

/** Files to try the import with. */
export function SampleFiles({ onOpen }: { readonly onOpen: (file: File) => void }) {
  const { import: text } = useTexts();
  const language = useLanguage();
  const { path, wizard } = useScenario();
  const samples = wizard?.samples ?? [];
  const [error, setError] = useState<Error | null>(null);

  async function open(name: string): Promise<void> {
    try {
      const response = await fetch(`/samples/${path}/${name}`);
      if (!response.ok) throw new Error(`${name}: ${response.statusText}`);
      onOpen(new File([await response.blob()], name));
    } catch (cause) {
      setError(cause as Error);
    }
  }

  return (
    <section className="section" aria-labelledby="samples">
      <h2 id="samples">{text.samples}</h2>
      {error && <ErrorNote error={error} />}
      <ul className="samples">
        {samples.map((sample) => (
          <li key={sample.name} className="card sample">
            <Icon name="sheet" />
            <div className="sample-text">
              <strong>{sample.name}</strong>
              <p className="soft">{sample.about[language]}</p>
            </div>
            <div className="sample-actions">
              <button
                type="button"
                className="button"
                aria-label={text.useSample(sample.name)}
                onClick={() => void open(sample.name)}
              >
                {text.open}
              </button>
              <a
                className="button quiet icon-only"
                href={`/samples/${path}/${sample.name}`}
                download={sample.name}
                aria-label={text.downloadSample(sample.name)}
              >
                <Icon name="download" />
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
