import { Collapsible } from '@base-ui/react/collapsible';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

export interface PasteAreaProps {
  readonly disabled?: boolean;
  readonly onText: (text: string) => void;
}

/** A field for cells copied from a spreadsheet, folded away until it is wanted. */
export function PasteArea({ disabled = false, onText }: PasteAreaProps): ReactElement {
  const text = useImporterScope().messages.file;
  const [cells, setCells] = useState('');
  const id = useId();
  return (
    <Collapsible.Root className="importera-paste" disabled={disabled}>
      <Collapsible.Trigger className="importera-disclosure">
        <Icon name="chevronEnd" />
        {text.paste}
      </Collapsible.Trigger>
      <Collapsible.Panel className="importera-paste-panel">
        <label className="importera-label" htmlFor={id}>
          {text.pasteLabel}
        </label>
        <textarea
          id={id}
          className="importera-input importera-paste-cells"
          rows={6}
          spellCheck={false}
          wrap="off"
          aria-describedby={`${id}-hint`}
          value={cells}
          onChange={(event) => setCells(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} className="importera-hint">
          {text.pasteHint}
        </p>
        <Button disabled={cells.trim() === ''} onClick={() => onText(cells)}>
          {text.pasteUse}
        </Button>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
