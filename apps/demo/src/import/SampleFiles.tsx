import { useState } from 'react';
import { ApiError } from '../api.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { en } from '../texts/en.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';

export interface SampleFilesProps {
  /** What is to be chosen before a file may be opened; null: nothing. */
  readonly waitsFor: string | null;
  readonly onOpen: (file: File) => void;
}

/** Files to try the import with. */
export function SampleFiles({ waitsFor, onOpen }: SampleFilesProps) {
  const { import: text } = useTexts();
  const language = useLanguage();
  const { path, wizard } = useScenario();
  const samples = wizard?.samples ?? [];
  const [failed, setFailed] = useState<Failed | null>(null);

  async function open(name: string): Promise<void> {
    try {
      onOpen(await fetchSample(path, name));
      setFailed(null);
    } catch (cause) {
      setFailed({ name, error: cause as Error });
    }
  }

  return (
    <section className="section" aria-labelledby="samples">
      <h2 id="samples">{text.samples}</h2>
      {waitsFor !== null && (
        <p id="samples-wait" className="soft">
          {text.chooseFirst(waitsFor)}
        </p>
      )}
      {failed && <ErrorNote error={failed.error} onRetry={() => void open(failed.name)} />}
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
                disabled={waitsFor !== null}
                aria-label={text.useSample(sample.name)}
                aria-describedby={waitsFor === null ? undefined : 'samples-wait'}
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

interface Failed {
  readonly name: string;
  readonly error: Error;
}

async function fetchSample(path: string, name: string): Promise<File> {
  const response = await fetch(`/samples/${path}/${name}`).catch(() => {
    throw new ApiError(0, en.serverGone);
  });
  if (!response.ok) throw new ApiError(response.status, `${name}: ${response.statusText}`);
  return new File([await response.blob()], name);
}
