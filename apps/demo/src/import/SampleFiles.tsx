import { useState } from 'react';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { useTexts } from '../texts/useTexts.ts';

const samples = [
  { name: 'kundregister.xlsx', text: 'register' },
  { name: 'nordisk-export.csv', text: 'nordic' },
  { name: 'customers-with-mistakes.csv', text: 'problems' },
  { name: 'new-phone-numbers.xlsx', text: 'updates' },
] as const;

/** Files to try the import with. */
export function SampleFiles({ onOpen }: { readonly onOpen: (file: File) => void }) {
  const { import: text } = useTexts();
  const [error, setError] = useState<Error | null>(null);

  async function open(name: string): Promise<void> {
    try {
      const response = await fetch(`/samples/${name}`);
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
              <p className="soft">{text.sampleTexts[sample.text]}</p>
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
                href={`/samples/${sample.name}`}
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
