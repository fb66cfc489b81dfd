import { Button, Notice, RadioCards, SelectField } from '@importera/react/controls';
import type { ReactElement } from 'react';
import type { SyncSettings } from '../SyncSettings.ts';
import { useSyncScope } from './SyncScope.tsx';

const SOURCES: readonly SyncSettings['source'][] = ['invoices', 'orders', 'none'];
const NO_LIST = 'none';

/** The choices of the first log-in, and of later. */
export function SettingsForm(): ReactElement | null {
  const { screen, texts } = useSyncScope();
  const { state, draft } = screen;
  if (state === null) return null;
  const locked = !state.may.change || screen.busy === 'saving';
  const off = draft.source === 'none';
  return (
    <section className="importera-panel importera-sync-form">
      {!state.may.change && <Notice tone="info">{texts.readOnly}</Notice>}
      <RadioCards
        label={texts.source}
        value={draft.source}
        options={SOURCES.map((value) => ({
          value,
          label: texts.sources[value],
          help: texts.sourceHelp[value],
        }))}
        disabled={locked}
        onChange={(source) => screen.change({ source })}
      />
      {!off && <Choices locked={locked} />}
      {state.may.change && <Actions />}
    </section>
  );
}

function Choices({ locked }: { readonly locked: boolean }): ReactElement {
  const { screen, texts } = useSyncScope();
  const { state, draft } = screen;
  const users = state?.users ?? [];
  const known = state?.priceLists ?? listsOf(draft);
  const lists = known.map(({ id, name }) => ({ value: `list:${id}`, label: name }));
  return (
    <div className="importera-sync-choices">
      <SelectField
        label={texts.catchAllUser}
        hint={texts.catchAllHelp}
        placeholder={texts.choose}
        value={draft.catchAllUser === '' ? null : draft.catchAllUser}
        options={users.map(({ id, name }) => ({ value: id, label: name }))}
        disabled={locked}
        onChange={(catchAllUser) => screen.change({ catchAllUser })}
      />
      <SelectField
        label={texts.priceList}
        hint={state?.priceLists === null ? texts.unreachable : texts.priceListHelp}
        value={draft.priceList === null ? NO_LIST : `list:${draft.priceList}`}
        options={[{ value: NO_LIST, label: texts.noPriceList }, ...lists]}
        disabled={locked || state?.priceLists === null}
        onChange={(value) =>
          screen.change({ priceList: value === NO_LIST ? null : value.slice('list:'.length) })
        }
      />
    </div>
  );
}

/** Where the lists can not be asked, the chosen one is named by its id. */
function listsOf({
  priceList,
}: SyncSettings): readonly { readonly id: string; readonly name: string }[] {
  return priceList === null ? [] : [{ id: priceList, name: priceList }];
}

function Actions(): ReactElement | null {
  const { screen, texts } = useSyncScope();
  const { changed, preview, draft, state } = screen;
  if (!changed) return null;
  const missing = draft.source !== 'none' && draft.catchAllUser === '';
  return (
    <div className="importera-sync-actions">
      {preview.status !== 'shown' && (
        <Button
          variant="primary"
          disabled={missing || preview.status === 'loading'}
          aria-describedby={missing ? 'importera-sync-missing' : undefined}
          onClick={() => void screen.look()}
        >
          {preview.status === 'loading' ? texts.looking : texts.look}
        </Button>
      )}
      {state?.settings != null && (
        <Button variant="quiet" onClick={screen.undoChange}>
          {texts.undoChange}
        </Button>
      )}
      <p id="importera-sync-missing" className="importera-hint">
        {missing ? texts.missingUser : texts.nothingDeleted}
      </p>
    </div>
  );
}
