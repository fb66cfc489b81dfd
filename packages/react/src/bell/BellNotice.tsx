import { formatError } from '@importera/engine';
import type { ListedImport, Report, Schema } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Icon } from '../controls/Icon.tsx';
import { lookOf, RowCounts } from '../hub/HubRow.tsx';
import { formatWhen } from '../locales/format.ts';
import type { Messages } from '../locales/Locale.ts';
import { entityLabels } from '../match/fieldNames.ts';
import { BellName } from './BellName.tsx';
import type { BellLinks } from './ImportBell.tsx';
import type { ImportBellState } from './useImportBell.ts';

/** An import that ended: what became of it, and the ways to what it wrote. */
export function BellNotice(
  props: BellLinks & { readonly entry: ListedImport; readonly bell: ImportBellState },
): ReactElement {
  const { messages, locale } = useScreen();
  const { entry, bell, onOpen } = props;
  const isUnread = bell.isUnread(entry);
  const look = lookOf(entry);
  return (
    <li className="importera-bell-item" data-unread={isUnread || undefined}>
      <span className="importera-hub-mark importera-bell-mark" data-look={look.tone}>
        <Icon name={look.icon} />
      </span>
      <div className="importera-bell-text">
        <BellName entry={entry} onOpen={onOpen} onPress={() => bell.markRead(entry)}>
          {noticeText(entry, messages.bell, messages.hub.noName)}
          {isUnread && <span className="importera-visually-hidden"> ({messages.bell.unread})</span>}
        </BellName>
        {entry.error ? (
          <p className="importera-hint">{formatError(entry.error, locale.issueTexts)}</p>
        ) : (
          <RowCounts entry={entry} />
        )}
        <NoticeLinks {...props} />
        <p className="importera-hint">
          {formatWhen(entry.finishedAt ?? entry.updatedAt, locale.code)}
        </p>
      </div>
    </li>
  );
}

/** To exactly the records that were written, by entity (FX20). */
function NoticeLinks(
  props: BellLinks & { readonly entry: ListedImport; readonly bell: ImportBellState },
): ReactElement | null {
  const { messages } = useScreen();
  const { entry, bell, schemas, linkTo, onNavigate } = props;
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
  { status, fileName, report }: ListedImport,
  text: Messages['bell'],
  noName: string,
): string {
  const name = fileName === '' ? noName : fileName;
  if (status === 'cancelled' || status === 'failed' || status === 'undone') {
    return text[status](name);
  }
  const rejected = report?.rejected ?? 0;
  return rejected > 0 ? text.doneInPart(name, rejected) : text.done(name);
}
