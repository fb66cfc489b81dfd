import { Dialog } from '@base-ui/react/dialog';
import type { Importer, ImporterOptions } from '@importera/engine';
import { useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../controls/Button.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { ImporterProvider, useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporter } from '../importer/useImporter.ts';
import { ImportWizard } from './ImportWizard.tsx';
import type { ImportWizardProps, WizardViewProps } from './ImportWizard.tsx';

interface DialogState {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean, details: { readonly reason: string }) => void;
}

/** As for `<ImportWizard>`, and whether it is open. */
export type ImportDialogProps = DialogState & WithoutFill<ImportWizardProps>;

/** Of each member of a union by itself: `Omit` of the union as a whole forgets the schema and the adapter. */
type WithoutFill<P> = P extends unknown ? Omit<P, 'fill'> : never;

type Rest = WizardViewProps & DialogState;

/**
 * The import in a dialog over the host's page. Closing keeps everything: opened again, the import is
 * where it was. A click outside does not close it, since a slip should not.
 */
export function ImportDialog(props: ImportDialogProps): ReactElement {
  return props.importer === undefined ? (
    <OwnImporter {...props} />
  ) : (
    <DialogFrame {...props} importer={props.importer} />
  );
}

function OwnImporter(props: Rest & ImporterOptions): ReactElement {
  return <DialogFrame {...props} importer={useImporter(props)} />;
}

function DialogFrame(props: Rest & { readonly importer: Importer }): ReactElement {
  const { open, onOpenChange, title, ...wizard } = props;
  const { importer, locale, messages, theme, readOnly, className } = wizard;
  const popup = useRef<HTMLDivElement>(null);
  // The way out should not be what a person lands on.
  const stepTitle = (): HTMLElement | null =>
    popup.current?.querySelector<HTMLElement>('[data-step-title]') ?? null;
  return (
    <ImporterProvider {...{ importer, locale, messages, theme, readOnly, className }}>
      <Dialog.Root
        open={open}
        disablePointerDismissal
        onOpenChange={(next, { reason }) => onOpenChange(next, { reason })}
      >
        <Dialog.Portal render={<PopupRoot />}>
          <Dialog.Backdrop className="importera-backdrop" />
          <Dialog.Popup className="importera-dialog" ref={popup} initialFocus={stepTitle}>
            <DialogHead title={title} />
            <ImportWizard
              {...wizard}
              fill
              onFinish={() => {
                wizard.onFinish?.();
                onOpenChange(false, { reason: 'finish' });
              }}
            />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </ImporterProvider>
  );
}

function DialogHead({ title }: { readonly title: ReactNode }): ReactElement {
  const { messages } = useImporterScope();
  return (
    <div className="importera-dialog-head">
      <Dialog.Title className="importera-dialog-title">
        {title ?? messages.wizard.dialogTitle}
      </Dialog.Title>
      <Dialog.Close render={<IconButton icon="cross" label={messages.actions.close} />} />
    </div>
  );
}
