import { missingContexts } from '@importera/engine';
import { useState } from 'react';
import type { ClipboardEvent } from 'react';
import { useDropzone } from 'react-dropzone';
import type { DropzoneState } from 'react-dropzone';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';

/** What the dropzone shows. */
export type FileDropState = 'idle' | 'over' | 'wrong' | 'opening' | 'disabled';

/** What made a file come in. */
export type FileReason = 'drop' | 'paste' | 'text';

/** Behaviour of a place to drop, choose and paste: its state, and props to spread. */
export interface FileDrop {
  readonly state: FileDropState;
  /** Name of the file that is being opened. */
  readonly fileName: string | null;
  /** The drop itself was refused, e.g. several files at once. */
  readonly refused: string | null;
  readonly getRootProps: DropzoneState['getRootProps'];
  readonly getInputProps: DropzoneState['getInputProps'];
  /** Opens the file chooser. */
  choose(): void;
  /** Opens text as if it were a file: cells pasted from a spreadsheet. */
  openText(text: string): void;
}

/** What a file may be, and who is told of it. */
export interface FileDropOptions {
  /** Bytes. */
  readonly maxSize?: number;
  readonly onFile?: (file: File | string, details: { readonly reason: FileReason }) => void;
}

/** Behaviour of the dropzone: drop, choose, or paste a file or cells. */
export function useFileDrop(options: FileDropOptions = {}): FileDrop {
  const { importer, messages, ...scope } = useImporterScope();
  // What the import belongs to is chosen before its file.
  const waiting = useImporterState((state) => missingContexts(state, importer.schema).length > 0);
  const readOnly = scope.readOnly || waiting || typeof importer.permissions.import === 'string';
  const opening = useImporterState((state) => state.step === 'file' && state.status === 'opening');
  const fileName = useImporterState((state) => (state.step === 'file' ? state.fileName : null));
  const [refused, setRefused] = useState<string | null>(null);

  function openText(text: string): void {
    if (text.trim() === '') return;
    options.onFile?.(text, { reason: 'text' });
    void importer.actions.openFile(text, messages.file.pastedName);
  }

  const dropzone = useDropzone({
    multiple: false,
    disabled: readOnly || opening,
    noClick: true,
    noKeyboard: true,
    ...(options.maxSize === undefined ? {} : { maxSize: options.maxSize }),
    onDrop: ([file], rejections, event) => {
      const code = rejections[0]?.errors[0]?.code;
      setRefused(code === undefined ? null : refusal(code, messages));
      // Of several files the first would be taken: the person should say which one.
      if (!file || code !== undefined) return;
      const reason = event.type === 'paste' ? 'paste' : 'drop';
      options.onFile?.(file, { reason });
      void importer.actions.openFile(file, file.name);
    },
  });

  /** Files on the clipboard are the dropzone's own business; cells come as text. */
  function onPaste(event: ClipboardEvent): void {
    if (readOnly || opening || event.clipboardData.files.length > 0) return;
    openText(event.clipboardData.getData('text/plain'));
  }

  const getRootProps: DropzoneState['getRootProps'] = (props) =>
    dropzone.getRootProps({ onPaste, ...props } as typeof props & { onPaste: typeof onPaste });
  return {
    state: dropState(dropzone, { readOnly, opening }),
    fileName,
    refused,
    getRootProps,
    getInputProps: dropzone.getInputProps,
    choose: dropzone.open,
    openText,
  };
}

function refusal(code: string, messages: ReturnType<typeof useImporterScope>['messages']): string {
  return code === 'file-too-large' ? messages.errors.tooLarge : messages.file.tooMany;
}

function dropState(
  dropzone: DropzoneState,
  { readOnly, opening }: { readonly readOnly: boolean; readonly opening: boolean },
): FileDropState {
  if (readOnly) return 'disabled';
  if (opening) return 'opening';
  if (dropzone.isDragReject) return 'wrong';
  return dropzone.isDragActive ? 'over' : 'idle';
}
