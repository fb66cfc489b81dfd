import type { Importer } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { Button } from '../controls/Button.tsx';
import { atStep } from '../stories/atStep.ts';
import { ImportDialog } from './ImportDialog.tsx';

const meta: Meta = { title: 'Wizard/Dialog' };
export default meta;
type Story = StoryObj;

function Host({ importer }: { readonly importer: Importer }): ReactElement {
  const [open, setOpen] = useState(true);
  return (
    <div className="importera">
      <Button onClick={() => setOpen(true)}>Import customers</Button>
      <ImportDialog importer={importer} open={open} onOpenChange={(next) => setOpen(next)} />
    </div>
  );
}

/** Closing loses nothing: opened again, the import is where it was. */
export const CloseAndOpenAgain: Story = {
  loaders: [async () => ({ importer: await atStep('match') })],
  render: (_, { loaded }) => <Host importer={loaded['importer'] as Importer} />,
  play: async () => {
    await screen.findByRole('dialog', { name: 'Import a spreadsheet' });
    await userEvent.click(screen.getByRole('button', { name: 'Do not import the rest' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Import customers' }));
    await screen.findByText('All columns are dealt with.');
  },
};
