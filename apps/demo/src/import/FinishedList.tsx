import type { ImportEntry, Schema } from '@importera/engine';
import { useScenario } from '../scenario/useScenario.ts';
import { linkTo } from '../router.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { countText, momentText } from './entryText.ts';
import { recordsOf } from './recordsOf.ts';

export interface FinishedListProps {
  readonly imports: readonly ImportEntry[];
  readonly schema: Schema;
}

/** Imports that ran in this browser: what each wrote, with the way to its records. */
export function FinishedList({ imports, schema }: FinishedListProps) {
  const { import: text } = useTexts();
  const language = useLanguage();
  return (
    <section className="section" aria-labelledby="finished">
      <h2 id="finished">{text.finished}</h2>
      {imports.length === 0 ? (
        <p className="soft">{text.finishedEmpty}</p>
      ) : (
        <div className="table-frame">
          <table className="table stacked">
            <thead>
              <tr>
                <th scope="col">{text.file}</th>
                <th scope="col">{text.started}</th>
                <th scope="col">{text.rows}</th>
                <th scope="col">{text.who}</th>
                <th scope="col">{text.result}</th>
                <th scope="col">{text.show}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">{entry.fileName}</th>
                  <td data-label={text.started}>{momentText(entry.createdAt, language)}</td>
                  <td data-label={text.rows}>{countText(entry.rows, language)}</td>
                  <td data-label={text.who}>{entry.user}</td>
                  <td data-label={text.result}>
                    <Outcome entry={entry} />
                  </td>
                  <td data-label={text.show}>
                    <RecordLinks entry={entry} schema={schema} />
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

function Outcome({ entry }: { readonly entry: ImportEntry }) {
  const { import: text } = useTexts();
  const language = useLanguage();
  const { report, status } = entry;
  if (report === null || status === 'draft' || status === 'running') return null;
  const parts = [
    [sum(report.created), text.created],
    [sum(report.updated), text.updated],
    [report.rejected, text.rejected],
  ] as const;
  const said = parts.flatMap(([count, say]) =>
    count > 0 ? [say(countText(count, language))] : [],
  );
  return (
    <span className="outcome" data-status={status}>
      <span className="tag">{text.statuses[status]}</span>
      {said.length === 0 ? text.nothing : said.join(', ')}
    </span>
  );
}

function RecordLinks({ entry, schema }: { readonly entry: ImportEntry; readonly schema: Schema }) {
  const { import: text } = useTexts();
  const { href, listOf } = useScenario();
  const written = Object.entries(schema.entities).filter(
    ([key]) => (entry.report?.ids[key]?.length ?? 0) > 0,
  );
  return (
    <span className="links">
      {written.map(([key, { label, labels = label }]) => (
        <a
          key={key}
          {...linkTo(href(recordsOf(listOf(key), entry.report?.importId ?? entry.id)))}
          aria-label={text.showOf(labels, entry.fileName)}
        >
          {labels}
        </a>
      ))}
    </span>
  );
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
