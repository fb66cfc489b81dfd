import type { ImportEntry } from '@importera/engine';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { countText, momentText } from './entryText.ts';

export interface DraftListProps {
  readonly drafts: readonly ImportEntry[];
  readonly onContinue: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** Imports somebody left half-way in this browser. */
export function DraftList({ drafts, onContinue, onRemove }: DraftListProps) {
  const { import: text } = useTexts();
  const language = useLanguage();
  return (
    <section className="section" aria-labelledby="drafts">
      <h2 id="drafts">{text.drafts}</h2>
      {drafts.length === 0 ? (
        <p className="soft">{text.draftsEmpty}</p>
      ) : (
        <div className="table-frame">
          <table className="table stacked">
            <thead>
              <tr>
                <th scope="col">{text.file}</th>
                <th scope="col">{text.started}</th>
                <th scope="col">{text.rows}</th>
                <th scope="col">{text.who}</th>
                <th scope="col" aria-label={text.continue} />
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <tr key={draft.id}>
                  <th scope="row">
                    {draft.fileName}
                    {draft.status === 'running' && <span className="tag">{text.interrupted}</span>}
                  </th>
                  <td data-label={text.started}>{momentText(draft.createdAt, language)}</td>
                  <td data-label={text.rows}>{countText(draft.rows, language)}</td>
                  <td data-label={text.who}>{draft.user}</td>
                  <td className="actions">
                    <button
                      type="button"
                      className="button"
                      aria-label={text.continueDraft(draft.fileName)}
                      onClick={() => onContinue(draft.id)}
                    >
                      {text.continue}
                    </button>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={text.removeDraft(draft.fileName)}
                      onClick={() => onRemove(draft.id)}
                    >
                      {text.remove}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
