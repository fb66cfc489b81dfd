import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { en } from '../locales/en.ts';
import { sv } from '../locales/sv.ts';
import { longCsv, vagueCsv } from '../stories/customers.ts';
import { stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/3 Match' };
export default meta;
type Story = StoryObj<WizardViewProps>;

export const Typical: Story = stage('match');

export const MostlyOpen: Story = stage('match', { file: vagueCsv });

export const LongText: Story = stage('match', { file: longCsv });

export const Swedish: Story = { ...stage('match'), args: { locale: sv } };

export const RightToLeft: Story = { ...stage('match'), args: { locale: { ...en, dir: 'rtl' } } };

export const Dark: Story = { ...stage('match'), args: { theme: 'dark' } };

export const ReadOnly: Story = { ...stage('match'), args: { readOnly: true } };

const wideCsv = `${Array.from({ length: 60 }, (_, index) => `Column ${index + 1}`).join(';')}
${Array.from({ length: 60 }, (_, index) => `value ${index + 1}`).join(';')}`;

export const ManyColumns: Story = stage('match', { file: wideCsv });

/** Only when every column is dealt with does the way on open, and the step says so. */
export const DealWithTheLast: Story = {
  ...stage('match'),
  play: async () => {
    const next = screen.getByRole('button', { name: /Continue to/ });
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    await expect(next).toHaveAccessibleDescription('1 column is not dealt with yet');
    const row = within(screen.getByRole('group', { name: 'Intern kod' }));
    await userEvent.click(row.getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: /Do not import/ }));
    await screen.findByText('All columns are dealt with.');
    await expect(next).not.toHaveAttribute('aria-disabled');
    await waitFor(() => expect(next).toHaveAccessibleName('Continue to values'));
  },
};

/** A file of something else stops here, not at an empty review. */
export const NothingMapped: Story = {
  ...stage('match', { file: wideCsv }),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Do not import the rest' }));
    const next = screen.getByRole('button', { name: /Continue to/ });
    await waitFor(() => expect(next).toHaveAccessibleDescription(/Does this file belong here/));
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    await expect(screen.getByRole('button', { name: 'Settings' })).toBeDisabled();
    await expect(screen.queryByText('All columns are dealt with.')).toBeNull();
  },
};

/** The picker is searched by any name of a field, with the keyboard alone. */
export const PickByKeyboard: Story = {
  ...stage('match', { file: vagueCsv }),
  play: async () => {
    const row = within(screen.getByRole('group', { name: 'Col1' }));
    row.getByRole('combobox').focus();
    await userEvent.keyboard('{Enter}');
    const search = await screen.findByRole('combobox', { name: 'Search fields' });
    await waitFor(() => expect(search).toHaveFocus());
    await userEvent.keyboard('bolag');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(row.getByRole('combobox')).toHaveAccessibleName('Field for Col1: Company name'),
    );
    await expect(screen.getByRole('region', { name: 'The record it makes' })).toHaveTextContent(
      'Norrsken',
    );
  },
};

/** A field that does not exist yet is named here and made when the import starts. */
export const NewField: Story = {
  ...stage('match'),
  play: async () => {
    const row = within(screen.getByRole('group', { name: 'Intern kod' }));
    await userEvent.click(row.getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: /New field in Company/ }));
    await expect(row.getByLabelText('Name')).toHaveValue('Intern kod');
    await userEvent.click(row.getByRole('button', { name: 'Add field' }));
    await expect(screen.getByRole('group', { name: 'Intern kod' })).toHaveAttribute(
      'data-state',
      'new-field',
    );
  },
};

/** Undo is the recipe before: nothing decided is ever lost. */
export const Undo: Story = {
  ...stage('match'),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Do not import the rest' }));
    await screen.findByText('All columns are dealt with.');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await expect(screen.getByRole('group', { name: 'Intern kod' })).toHaveAttribute(
      'data-state',
      'open',
    );
  },
};

/** TD2: what may not be imported is no target, and the list says why. */
export const PartlyAllowed: Story = {
  ...stage('match', {
    permissions: { entities: { company: 'Companies are imported by administrators.' } },
  }),
  play: async () => {
    const [picker] = await screen.findAllByRole('combobox');
    if (picker === undefined) throw new Error('There is nothing to pick.');
    await userEvent.click(picker);
    await screen.findByText('Companies: Companies are imported by administrators.');
    await expect(screen.queryByRole('option', { name: /Org. number/ })).toBeNull();
    // The list fades in.
    await waitFor(() => expect(screen.getByRole('option', { name: /Contact name/ })).toBeVisible());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  },
};
