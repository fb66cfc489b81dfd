import { ImportError } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { en } from '../locales/en.ts';
import { sv } from '../locales/sv.ts';
import { longCsv } from '../stories/customers.ts';
import { manyRows } from '../stories/manyRows.ts';
import { openScripted, scripted, stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/6 Review' };
export default meta;
type Story = StoryObj<WizardViewProps>;

const many = (change: Partial<ReturnType<typeof manyRows>> = {}): ReturnType<typeof scripted> =>
  scripted({ ...manyRows(), ...change }, async (importer) => {
    await openScripted(importer);
    await importer.actions.goTo('review');
  });

export const ManyIssues: Story = stage('review');

export const Swedish: Story = { ...stage('review'), args: { locale: sv } };

export const RightToLeft: Story = { ...stage('review'), args: { locale: { ...en, dir: 'rtl' } } };

export const Dark: Story = { ...stage('review'), args: { theme: 'dark' } };

export const ReadOnly: Story = { ...stage('review'), args: { readOnly: true } };

export const LongText: Story = stage('review', { file: longCsv });

export const Planning: Story = many({ stuck: ['plan'] });

export const LoadingRows: Story = many({ stuck: ['rows'] });

export const AdapterDown: Story = many({
  failing: {
    plan: new ImportError(
      'adapter-failed',
      'The records could not be looked up (connection refused). Try again in a moment.',
    ),
  },
});

/** Only what is in view is in the document, however many rows there are. */
export const HundredThousandRows: Story = {
  ...many(),
  play: async () => {
    const grid = await screen.findByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '100001');
    await within(grid).findByText('Company 1');
    grid.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await within(grid).findByText('Company 100000');
    await expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
  },
};

/** The counts are filters over the grid below them. */
export const FilterByStatus: Story = {
  ...stage('review'),
  play: async () => {
    const grid = await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('button', { name: /with errors/ }));
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '8'));
    await userEvent.click(screen.getByRole('button', { name: /with errors/ }));
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '19'));
  },
};

/** A cell is reached, edited and left by the keyboard alone, and the plan follows. */
export const EditByKeyboard: Story = {
  ...stage('review'),
  play: async () => {
    const grid = await screen.findByRole('grid');
    await within(grid).findByText('556555-2');
    const before = screen.getByRole('button', { name: /with errors/ }).textContent;
    await userEvent.click(within(grid).getByText('556555-2'));
    grid.focus();
    await userEvent.keyboard('{F2}');
    const editor = await screen.findByRole('textbox', { name: 'Org. number, row 10' });
    await userEvent.clear(editor);
    await userEvent.type(editor, '556555-2222{Escape}');
    await within(grid).findByText('556555-2');
    await expect(grid).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Control>}a{/Control}556555-2222{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /with errors/ }).textContent).not.toBe(before),
    );
  },
};

/** An issue that many rows share is fixed once. */
export const FixAll: Story = {
  ...stage('review'),
  play: async () => {
    const list = within(await screen.findByRole('tabpanel'));
    const issue = list.getByText(/“Vård” is not one/).closest('li');
    if (issue === null) throw new Error('The issue is not in the list.');
    await userEvent.click(within(issue).getByRole('button', { name: 'Fix all' }));
    await userEvent.click(
      await within(issue).findByRole('combobox', { name: 'Replace “Vård” with' }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Services' }));
    await userEvent.click(within(issue).getByRole('button', { name: 'Replace in 2 rows' }));
    await waitFor(() => expect(list.queryByText(/“Vård” is not one/)).toBeNull());
  },
};
