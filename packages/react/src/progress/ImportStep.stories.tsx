import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { manyRows } from '../stories/manyRows.ts';
import { openScripted, scripted } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/7 Import' };
export default meta;
type Story = StoryObj<WizardViewProps>;

const running = scripted({ ...manyRows(), stuck: ['commit'] }, async (importer) => {
  await openScripted(importer);
  await importer.actions.goTo('review');
  await importer.actions.start();
});

export const Running: Story = running;

export const Swedish: Story = { ...running, args: { locale: sv } };

export const Dark: Story = { ...running, args: { theme: 'dark' } };

export const ThePageCanBeLeft: Story = { ...running, args: { canLeave: true } };

export const PausedAndCancelled: Story = {
  ...running,
  play: async () => {
    await expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '61,400 of 100,000 rows',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await screen.findByRole('heading', { name: 'Paused' });
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByRole('heading', { name: 'Importing' });
    await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
    const asked = within(await screen.findByRole('alertdialog'));
    await userEvent.click(asked.getByRole('button', { name: 'Cancel import' }));
    await screen.findByRole('heading', { name: 'Cancelling…' });
  },
};

/** It asks before it cancels: what was written stays. */
export const AskedBeforeCancelling: Story = {
  ...running,
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Cancel everyone.csv?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep going' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await screen.findByRole('heading', { name: 'Importing' });
  },
};

export const Asking: Story = {
  ...running,
  args: { locale: sv },
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Avbryt importen' }));
    await screen.findByRole('alertdialog', { name: 'Avbryta everyone.csv?' });
  },
};
