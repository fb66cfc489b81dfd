import { formatError } from '@importera/engine';
import type { ListedImport, Report, Schema } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { RowCounts } from '../hub/HubRow.tsx';
import type { Messages } from '../locales/Locale.ts';
import { useFormats } from '../locales/useFormats.ts';
import { entityLabels } from '../match/fieldNames.ts';
import type { BellItemProps } from './BellItem.tsx';

/** What an import did that ended, and the ways to what it wrote. */
export function BellNotice(props: BellItemProps): ReactElement {
  const { locale } = useScreen();
  const { when } = useFormats();
  const { entry } = props;
  return (
    <>
      {entry.error ? (
        <p className="importera-hint">{formatError(entry.error, locale.issueTexts)}</p>
      ) : (
        <RowCounts entry={entry} />
      )}
      <NoticeLinks {...props} />
      <p className="importera-hint">{when(entry.finishedAt ?? entry.updatedAt)}</p>
    </>
  );
}

/** To exactly the records that were written, by entity (FX20). */
function NoticeLinks(props: BellItemProps): ReactElement | null {
  const { messages } = useScreen();
  const { entry, bell, close, schemas, linkTo, onNavigate } = props;
  const schema = schemas.find(({ id }) => id === entry.schemaId);
  if (linkTo === undefined || entry.status === 'undone') return null;
  const links = writtenEntities(entry.report, schema).flatMap((key) => {
    const href = linkTo(key, entry.id);
    return href === null ? [] : [{ key, href }];
  });
  if (links.length === 0) return null;
  return (
    <p className="importera-bell-links">
      {links.map(({ key, href }) => (
        <a
          key={key}
          className="importera-link"
          href={href}
          onClick={(event) => {
            bell.markRead(entry);
            onNavigate?.(href, event);
            // The host went there by itself: what the person came for is under the bell.
            if (event.defaultPrevented) close();
          }}
        >
          {messages.result.show(entityLabels(schema?.entities[key], key))}
        </a>
      ))}
    </p>
  );
}

/** Entities of which records were created or updated, in the schema's order. */
function writtenEntities(report: Report | null, schema: Schema | undefined): readonly string[] {
  if (report === null) return [];
  const written = (key: string): boolean =>
    (report.created[key] ?? 0) + (report.updated[key] ?? 0) > 0;
  const known = Object.keys(schema?.entities ?? { ...report.created, ...report.updated });
  return known.filter(written);
}

/** What became of an import, in a sentence. */
export function noticeText(
  { status, report }: ListedImport,
  name: string,
  text: Messages['bell'],
): string {
  if (status === 'cancelled' || status === 'failed' || status === 'undone') {
    return text[status](name);
  }
  const rejected = report?.rejected ?? 0;
  return rejected > 0 ? text.doneInPart(name, rejected) : text.done(name);
}
