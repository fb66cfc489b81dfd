import { describe, expect, test } from 'vitest';
import { memorySyncStore } from '../store/memorySyncStore.ts';
import { describeAccounting } from './describeAccounting.ts';
import { describeCrm } from './describeCrm.ts';
import { describeSyncStore } from './describeSyncStore.ts';
import { memoryAccounting } from './memoryAccounting.ts';
import { memoryCrm } from './memoryCrm.ts';

const api = { describe, test, expect };

for (const pageSize of [1, 100]) {
  describeAccounting(
    `memoryAccounting, ${pageSize} a page`,
    () => {
      const accounting = memoryAccounting({ pageSize });
      return {
        accounting,
        add: (kind) => accounting.add(kind).id,
        change: (kind, id) => accounting.change(kind, id, { amount: 3 }),
      };
    },
    api,
  );
  describeCrm(
    `memoryCrm, ${pageSize} a page`,
    () => {
      const crm = memoryCrm({ pageSize });
      return { crm, add: () => crm.add().id };
    },
    api,
  );
}

describeSyncStore('memorySyncStore', () => ({ store: memorySyncStore() }), api);
