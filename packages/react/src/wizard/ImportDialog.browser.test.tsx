import '../styles.css';
import { memoryAdapter } from '@importera/engine';
import { expect, expectTypeOf, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { crm } from '../stories/crm.ts';
import { ImportDialog } from './ImportDialog.tsx';
import type { ImportDialogProps } from './ImportDialog.tsx';

test('a dialog takes a schema and an adapter, as the wizard does', async () => {
  const onOpenChange = vi.fn<ImportDialogProps['onOpenChange']>();
  const screen = await render(
    <ImportDialog schema={crm} adapter={memoryAdapter(crm)} open onOpenChange={onOpenChange} />,
  );
  await expect.element(screen.getByRole('heading', { name: 'Choose a file' })).toBeVisible();
  await screen.getByRole('button', { name: 'Close' }).click();
  expect(onOpenChange).toHaveBeenCalledWith(false, { reason: 'close-press' });
});

test('its props are those of the wizard: a schema with an adapter, or an importer', () => {
  interface State {
    readonly open: true;
    readonly onOpenChange: () => void;
  }
  interface Given extends State {
    readonly schema: typeof crm;
    readonly adapter: ReturnType<typeof memoryAdapter>;
  }
  expectTypeOf<Given>().toExtend<ImportDialogProps>();
  expectTypeOf<State>().not.toExtend<ImportDialogProps>();
  expectTypeOf<Omit<Given, 'schema'>>().not.toExtend<ImportDialogProps>();
});
