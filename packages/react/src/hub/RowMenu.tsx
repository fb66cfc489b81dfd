import { Menu } from '@base-ui/react/menu';
import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { IconButton } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import type { IconName } from '../controls/Icon.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { useHubScope } from './HubScope.tsx';
import { useFileName } from './useFileName.ts';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly act: () => void;
}

/** What is done now and then with a draft or a finished import. */
export function RowMenu({ entry }: { readonly entry: ListedImport }): ReactElement | null {
  const { messages } = useScreen();
  const { hub } = useHubScope();
  const entries = useEntries(entry);
  const name = useFileName(entry);
  if (entries.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton
            icon="more"
            label={messages.hub.actionsFor(name)}
            disabled={hub.asked(entry.id) !== null}
          />
        }
      />
      <Menu.Portal render={<PopupRoot />}>
        <Menu.Positioner className="importera-positioner" align="end" sideOffset={4}>
          <Menu.Popup className="importera-popup importera-menu">
            {entries.map(({ key, label, icon, act }) => (
              <Menu.Item key={key} className="importera-option" onClick={act}>
                <Icon name={icon} />
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function useEntries(entry: ListedImport): readonly Entry[] {
  const { locale, messages, readOnly } = useScreen();
  const { hub, confirm } = useHubScope();
  const text = messages.hub;
  const can = hub.actionsOf(entry);
  const entries: Entry[] = [];
  if (can.includes('errorFile')) {
    for (const format of ['xlsx', 'csv'] as const) {
      const act = (): void => hub.downloadErrors(entry, format, locale.issueTexts);
      entries.push({ key: format, label: text.errorFile(format), icon: 'download', act });
    }
  }
  if (readOnly) return entries;
  if (can.includes('undo')) {
    const act = (): void => confirm('undo', entry);
    entries.push({ key: 'undo', label: text.undo, icon: 'undo', act });
  }
  if (can.includes('remove')) {
    const act = (): void => confirm('remove', entry);
    entries.push({ key: 'remove', label: text.remove, icon: 'trash', act });
  }
  return entries;
}
