import { Menu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { FILE_FORMATS } from '../file/DownloadPanel.tsx';
import { useHubScope } from './HubScope.tsx';

/** Downloads of a file with a ready column for every field. */
export function TemplateMenu(): ReactElement {
  const text = useScreen().messages.hub;
  const { hub } = useHubScope();
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button icon="download">
            {text.template}
            <Icon name="chevronDown" />
          </Button>
        }
      />
      <Menu.Portal render={<PopupRoot />}>
        <Menu.Positioner className="importera-positioner" align="end" sideOffset={6}>
          <Menu.Popup className="importera-popup importera-menu">
            {FILE_FORMATS.map((format) => (
              <Menu.Item
                key={format}
                className="importera-option"
                onClick={() => hub.template?.(format)}
              >
                {text.templateFormats[format]}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
