import { Button, Icon, Notice } from '@importera/react/controls';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { PreviewRow, SyncPreview } from '../preview/SyncPreview.ts';
import type { SyncEntity } from '../run/SyncReport.ts';
import { countsOf, fieldText, originText, summaryText, valueText } from './previewText.ts';
import { useSyncScope } from './SyncScope.tsx';

const ENTITIES: readonly SyncEntity[] = ['deal', 'document', 'product'];
/** Rows shown before a person asks for more. */
const FEW = 8;

/** What the settings on the screen would do, before they are applied. */
export function PreviewPanel(): ReactElement | null {
  const { screen, texts } = useSyncScope();
  const { preview } = screen;
  if (preview.status === 'failed')
    return (
      <Notice tone="danger" role="alert" title={texts.previewFailed}>
        {preview.message}
      </Notice>
    );
  return preview.status === 'shown' ? <Shown preview={preview.preview} /> : null;
}

function Shown({ preview }: { readonly preview: SyncPreview }): ReactElement {
  const { screen, texts, Heading } = useSyncScope();
  const heading = useRef<HTMLHeadingElement>(null);
  // What was asked for is here: those who do not see it are taken to it.
  useEffect(() => heading.current?.focus(), []);
  const nothing = ENTITIES.every((entity) => preview[entity].rows.length === 0);
  return (
    <section className="importera-panel importera-sync-preview">
      <Heading className="importera-sync-heading" ref={heading} tabIndex={-1}>
        {texts.previewTitle}
      </Heading>
      {screen.draft.source === 'none' ? (
        <p>{texts.previewOff}</p>
      ) : (
        <>
          {nothing && <p>{texts.previewNothing}</p>}
          <Totals preview={preview} />
          {ENTITIES.map((entity) => (
            <Part key={entity} entity={entity} preview={preview} />
          ))}
        </>
      )}
      <ApplyButton />
    </section>
  );
}

function ApplyButton(): ReactElement {
  const { screen, texts } = useSyncScope();
  const label =
    screen.draft.source === 'none'
      ? texts.saveOff
      : screen.state?.settings == null
        ? texts.start
        : texts.apply;
  return (
    <div className="importera-sync-actions">
      <Button
        variant="primary"
        disabled={screen.busy === 'saving'}
        onClick={() => void screen.apply()}
      >
        {screen.busy === 'saving' ? texts.saving : label}
      </Button>
      <p className="importera-hint">{texts.nothingDeleted}</p>
    </div>
  );
}

function Totals({ preview }: { readonly preview: SyncPreview }): ReactElement | null {
  const { screen, texts } = useSyncScope();
  const document = screen.draft.source === 'orders' ? 'order' : 'invoice';
  const deal = countsOf(preview, 'deal');
  const product = countsOf(preview, 'product');
  const made = countsOf(preview, 'document').create;
  const all = [
    deal.create > 0 && texts.create.deal(deal.create),
    deal.update > 0 && texts.update.deal(deal.update),
    made > 0 && texts.create[document](made),
    product.create > 0 && texts.create.product(product.create),
    product.update > 0 && texts.update.product(product.update),
  ].filter((text) => text !== false);
  if (all.length === 0) return null;
  return (
    <ul className="importera-sync-totals">
      {all.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly entity: SyncEntity;
  readonly preview: SyncPreview;
}

function Part({ entity, preview }: PartProps): ReactElement | null {
  const { texts } = useSyncScope();
  const [shown, setShown] = useState(FEW);
  const { rows } = preview[entity];
  if (rows.length === 0) return null;
  const { create, update } = countsOf(preview, entity);
  const unlisted = create + update - rows.length;
  return (
    <div className="importera-sync-part">
      <ul className="importera-sync-rows">
        {rows.slice(0, shown).map((row) => (
          <Row key={`${row.from} ${row.id ?? ''}`} entity={entity} row={row} />
        ))}
      </ul>
      {rows.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 50)}>
          {texts.more(Math.min(50, rows.length - shown))}
        </Button>
      )}
      {rows.length <= shown && unlisted > 0 && (
        <p className="importera-hint">{texts.notListed(unlisted)}</p>
      )}
    </div>
  );
}

function Row({
  entity,
  row,
}: {
  readonly entity: SyncEntity;
  readonly row: PreviewRow;
}): ReactElement {
  const { screen, texts, locale } = useSyncScope();
  const wording = { texts, language: locale.code, users: screen.state?.users ?? null };
  return (
    <li className="importera-sync-row" data-action={row.action}>
      <span className="importera-sync-mark">
        {row.action === 'create' ? texts.created : texts.updated}
      </span>
      <span className="importera-sync-origin">
        {originText(entity, row, texts)}
        {entity === 'deal' && row.id !== null && (
          <span className="importera-hint">{texts.into(row.id)}</span>
        )}
      </span>
      {row.action === 'create' ? (
        <span>{summaryText(row, wording)}</span>
      ) : (
        <dl className="importera-sync-changes">
          {row.changes.map((change) => (
            <div key={change.field}>
              <dt>{fieldText(change, texts)}</dt>
              <dd>
                <del>{valueText(change.field, change.from, wording)}</del>
                <span className="importera-sync-arrow">
                  <Icon name="arrowEnd" />
                  <span className="importera-visually-hidden">{texts.becomes}</span>
                </span>
                <ins>{valueText(change.field, change.to, wording)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
