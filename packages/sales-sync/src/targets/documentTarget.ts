import type { Operation, StoredRecord } from '@importera/engine';
import type { AccountingSource, AccountingTarget } from '../ports/Accounting.ts';
import { documentKey, keyOf } from '../keys/documentKey.ts';
import { parseLines } from '../records/linesText.ts';
import { exactKey, fromExactKey } from '../keys/sale.ts';
import {
  DOCUMENT_KINDS,
  type DocumentDraft,
  type DocumentKind,
  type SalesDocument,
} from '../ports/SalesDocument.ts';
import type { SyncTarget } from './SyncTarget.ts';
import { writeEach } from './writeEach.ts';

/** Documents of a kind, made from won deals. One that is there, of either kind, is found by its reference and left alone. */
export function documentTarget(
  accounting: AccountingSource & AccountingTarget,
  kind: DocumentKind,
): SyncTarget {
  return {
    entity: 'document',
    match: 'reference',
    write: {},
    policy: { mode: 'create' },
    adapter: {
      async lookup({ keys }, { signal }) {
        const references = keys.map(([key]) => fromExactKey(String(key)));
        const found = await Promise.all(
          DOCUMENT_KINDS.map((one) => accounting.find(one, references, { signal })),
        );
        const stored = new Map(found.flat().map((one) => [one.reference, storedDocument(one)]));
        return {
          matches: references.map((reference) => {
            const record = stored.get(reference);
            return record === undefined ? [] : [record];
          }),
        };
      },
      write: writeEach(async ({ values }, { signal }) => {
        const id = await accounting.create(kind, draftOf(values), { signal });
        return documentKey(kind, id);
      }),
    },
  };
}

function storedDocument(document: SalesDocument): StoredRecord {
  return {
    id: keyOf(document),
    values: { reference: exactKey(document.reference ?? ''), customer: document.customer },
  };
}

/** The plan leaves out what is empty. */
function draftOf({ reference, lines, ...values }: Operation['values']): DocumentDraft {
  return {
    ...EMPTY_DRAFT,
    ...values,
    reference: fromExactKey(String(reference)),
    lines: typeof lines === 'string' ? parseLines(lines) : [],
  };
}

const EMPTY_DRAFT: Omit<DocumentDraft, 'reference' | 'lines'> = {
  title: '',
  customer: '',
  date: null,
  currency: '',
  amount: 0,
  ourReference: null,
};
