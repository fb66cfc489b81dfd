import type { FieldChange } from '@importera/engine';
import { formatsOf } from '@importera/react/controls';
import type { PreviewRow, SyncPreview } from '../preview/SyncPreview.ts';
import { parseDocumentKey } from '../keys/documentKey.ts';
import type { SyncEntity } from '../run/SyncReport.ts';
import type { SyncState } from '../server/SyncState.ts';
import type { SyncTexts } from './en.ts';

/** What words are made from. */
export interface Wording {
  readonly texts: SyncTexts;
  /** BCP 47. */
  readonly language: string;
  readonly users: SyncState['users'];
}

/** Where a row comes from, e.g. `Invoice 71`. */
export function originText(
  entity: SyncEntity,
  { from }: Pick<PreviewRow, 'from'>,
  texts: SyncTexts,
): string {
  const document = parseDocumentKey(from);
  if (entity === 'product') return texts.from.product(from);
  return document === null ? texts.from.deal(from) : texts.from[document.kind](document.id);
}

/** A value as a person reads it. */
export function valueText(
  field: string,
  value: unknown,
  { texts, language, users }: Wording,
): string {
  if (value == null || value === '' || (Array.isArray(value) && value.length === 0))
    return texts.empty;
  if (field === 'lines')
    return texts.rows((JSON.parse(String(value)) as readonly unknown[]).length);
  if (field === 'creator') return users?.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'status') return texts.statuses[value as keyof SyncTexts['statuses']];
  if (typeof value === 'number') return formatsOf(language).number(value);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The short of a new record: who and how much. */
export function summaryText({ values }: PreviewRow, wording: Wording): string {
  const { customer, name, title, amount, price, currency } = values;
  const sum = amount ?? price;
  const parts = [
    customer ?? name ?? title,
    sum == null
      ? null
      : `${valueText('amount', sum, wording)}${currency == null ? '' : ` ${String(currency)}`}`,
  ];
  return parts.filter((part) => part != null && part !== '').join(' · ');
}

export function fieldText({ field }: FieldChange, texts: SyncTexts): string {
  return texts.fields[field as keyof SyncTexts['fields']] ?? field;
}

/** How many of a kind are made and filled in. */
export function countsOf(
  preview: SyncPreview,
  entity: SyncEntity,
): { readonly create: number; readonly update: number } {
  const { create = 0, update = 0 } = preview[entity].summary.entities[entity] ?? {};
  return { create, update };
}
