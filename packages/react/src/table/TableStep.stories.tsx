import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { longCsv } from '../stories/customers.ts';
import { tableOf, manyRows } from '../stories/manyRows.ts';
import { openScripted, scripted, stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/2 Table' };
export default meta;
type Story = StoryObj<WizardViewProps>;

export const Typical: Story = stage('table');

export const LongText: Story = stage('table', { file: longCsv });

export const Dark: Story = { ...stage('table'), args: { theme: 'dark' } };

export const ReadOnly: Story = { ...stage('table'), args: { readOnly: true } };

const workbook = {
  ...tableOf(1204),
  format: 'xlsx' as const,
  fileName: 'Register.xlsx',
  encoding: null,
  encodingConfidence: null,
  delimiter: null,
  sheets: [
    { name: 'Customers', rows: 1204 },
    { name: 'Suppliers', rows: 88 },
    { name: 'Lists', rows: 12, hidden: true },
  ],
  sheet: 'Customers',
};

export const WorkbookWithSheets: Story = scripted(
  { ...manyRows(), table: workbook },
  async (importer) => {
    await importer.actions.openFile('x', 'Register.xlsx');
    await importer.actions.goTo('table');
  },
);

export const ReadingAnew: Story = scripted(
  { ...manyRows(), stuck: ['reread'] },
  async (importer) => {
    await openScripted(importer);
    await importer.actions.goTo('table');
    await importer.actions.setRead({ headerRow: 2 });
  },
);

/** Any row can be the headings; what follows changes at once, and back again. */
export const AnotherHeading: Story = {
  ...stage('table'),
  play: async () => {
    await expect(screen.getByRole('button', { name: 'Row 3 holds the headings' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Use row 4 as headings' }));
    await screen.findByRole('button', { name: 'Row 4 holds the headings' });
    await waitFor(() => expect(screen.getByText('17 rows × 10 columns')).toBeVisible());
    const skip = screen.getByLabelText('Rows to ignore from the top');
    await userEvent.clear(skip);
    await userEvent.type(skip, '12');
    await waitFor(() =>
      expect(screen.getByText(/9 rows × 10 columns|8 rows × 10 columns/)).toBeVisible(),
    );
    await userEvent.click(screen.getByRole('switch'));
    await screen.findByText('Without headings the columns are named by their letters.');
  },
};
