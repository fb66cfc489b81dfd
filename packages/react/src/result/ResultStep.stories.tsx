import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { manyRows } from '../stories/manyRows.ts';
import { openScripted, scripted, stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/8 Result' };
export default meta;
type Story = StoryObj<WizardViewProps>;

const fewCsv = `Company name;E-mail
Ett AB;ett@example.com
Två AB;tva@example.com`;

export const SomeNotTaken: Story = { ...stage('result'), args: { onShowRecords: fn() } };

export const AllWritten: Story = { ...stage('result', { file: fewCsv }), args: { onFinish: fn() } };

export const Swedish: Story = { ...stage('result'), args: { locale: sv } };

export const Dark: Story = { ...stage('result'), args: { theme: 'dark', onShowRecords: fn() } };

export const ReadOnly: Story = { ...stage('result'), args: { readOnly: true } };

const failed = manyRows();
export const Stopped: Story = scripted(
  {
    ...failed,
    ...(failed.report && {
      report: {
        ...failed.report,
        status: 'failed',
        error: {
          code: 'adapter-failed',
          message: 'The database did not answer for a minute.',
          params: {},
        },
      },
    }),
  },
  async (importer) => {
    await openScripted(importer);
    await importer.actions.goTo('review');
    await importer.actions.start();
  },
);

/** Links lead to exactly the records that were written (FX20). */
export const ShowRecords: Story = {
  ...stage('result'),
  args: { onShowRecords: fn() },
  play: async ({ args }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Show contacts' }));
    await expect(args.onShowRecords).toHaveBeenCalledWith(
      'contact',
      expect.arrayContaining([expect.any(String)]),
      { reason: 'show-link' },
    );
  },
};

/** A red row is corrected where it stands, and only the corrected are imported (AP11). */
export const CorrectAndImport: Story = {
  ...stage('result'),
  play: async () => {
    const written = async (): Promise<number> =>
      Number.parseInt(
        (await screen.findByRole('button', { name: /\d+ written/ })).textContent ?? '',
        10,
      );
    await screen.findByRole('button', { name: /7 not taken/ });
    const before = await written();
    await userEvent.click(screen.getByRole('button', { name: /7 not taken/ }));
    const grid = screen.getByRole('grid');
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '8'));
    await userEvent.dblClick(await within(grid).findByText('556555-2'));
    await userEvent.keyboard('{Control>}a{/Control}556555-2222{Enter}');
    const again = screen.getByRole('button', { name: 'Import the corrected ones' });
    await waitFor(() => expect(again).toBeEnabled());
    await userEvent.click(again);
    await screen.findByRole('button', { name: /6 not taken/ });
    await expect(await written()).toBe(before + 1);
  },
};

/** Undo says first what it would do, and the result says afterwards what it did. */
export const Undo: Story = {
  ...stage('result'),
  args: { onShowRecords: fn() },
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Undo import' }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Undo import' }));
    await within(dialog).findByText('The import is undone');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await screen.findByRole('heading', { name: 'The import is undone' });
    await expect(screen.queryByRole('button', { name: 'Show contacts' })).toBeNull();
    await expect(screen.queryByText(/^Correct the red rows/)).toBeNull();
    await expect(within(screen.getByRole('grid')).queryByText('Written')).toBeNull();
  },
};

/** What undo would do, before anything is decided. */
export const UndoPreview: Story = {
  ...stage('result'),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Undo import' }));
    const dialog = await screen.findByRole('alertdialog');
    await within(dialog).findByText('Removed');
    await within(dialog).findByText('Put back');
  },
};
