import { ImportError } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { customersCsv, customersFile } from '../stories/customers.ts';
import { manyRows } from '../stories/manyRows.ts';
import { scripted, stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/1 File' };
export default meta;
type Story = StoryObj<WizardViewProps>;

export const Empty: Story = stage('file');

export const Swedish: Story = { ...stage('file'), args: { locale: sv } };

export const Dark: Story = { ...stage('file'), args: { theme: 'dark' } };

export const RightToLeft: Story = {
  ...stage('file'),
  args: { locale: { ...sv, dir: 'rtl' } },
};

export const ReadOnly: Story = {
  ...stage('file'),
  args: { readOnly: true },
  play: async () => {
    await expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
  },
};

export const WithLimit: Story = { ...stage('file'), args: { maxSize: 25_000_000 } };

export const Opening: Story = scripted({ ...manyRows(), stuck: ['open'] }, (importer) =>
  importer.actions.openFile('x', 'everyone 2024, final version (3).csv'),
);

export const DamagedFile: Story = {
  ...scripted(
    {
      ...manyRows(),
      failing: {
        open: new ImportError(
          'file-encrypted',
          'The workbook is protected by a password. Save a copy without one and choose that.',
        ),
      },
    },
    (importer) => importer.actions.openFile('x', 'secret.xlsx'),
  ),
  play: async () => {
    await expect(screen.getByRole('alert')).toHaveTextContent('password');
  },
};

/** A chosen file opens; the title above its headings is passed over. */
export const ChooseFile: Story = {
  ...stage('file'),
  play: async ({ canvasElement }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('The dropzone has no file input.');
    await userEvent.upload(input, customersFile());
    await screen.findByRole('heading', { name: 'Match columns to fields' });
    await expect(screen.getByRole('group', { name: 'Företag' })).toBeVisible();
  },
};

/** Cells from a spreadsheet program do as well as a file. */
export const PasteCells: Story = {
  ...stage('file'),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Paste cells instead' }));
    const cells = await screen.findByLabelText('Cells copied from a spreadsheet');
    await userEvent.click(cells);
    await userEvent.paste(customersCsv);
    await userEvent.click(screen.getByRole('button', { name: 'Use these cells' }));
    await screen.findByRole('heading', { name: 'Match columns to fields' });
  },
};

/** FX1: who may not import is told so, and no file is taken. */
export const NotAllowed: Story = {
  ...stage('file', {
    permissions: { import: 'Only administrators import. Ask Eva Lind, who is one.' },
  }),
  play: async () => {
    await screen.findByText('You can not import here');
    await expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
  },
};

/** TD2: what may not be imported is explained, and not offered. */
export const PartlyAllowed: Story = {
  ...stage('file', {
    permissions: { entities: { company: 'Companies are imported by administrators.' } },
  }),
  play: async () => {
    await screen.findByText('Companies: Companies are imported by administrators.');
    await expect(screen.queryByText('Org. number')).toBeNull();
  },
};
