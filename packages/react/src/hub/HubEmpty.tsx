import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useHubScope } from './HubScope.tsx';

/** Before the first import: what to do, and the way to do it. */
export function HubEmpty({ onNew }: { readonly onNew: (() => void) | undefined }): ReactElement {
  const { messages, readOnly } = useScreen();
  const { hub } = useHubScope();
  const text = messages.hub;
  return (
    <section className="importera-hub-empty">
      <span className="importera-hub-empty-mark">
        <Icon name="sheet" />
      </span>
      <h3 className="importera-hub-empty-title">{text.empty}</h3>
      <p className="importera-hub-empty-text">{text.emptyHelp}</p>
      {onNew && !readOnly && hub.mayImport === true && (
        <Button variant="primary" icon="plus" onClick={onNew}>
          {text.new}
        </Button>
      )}
    </section>
  );
}
