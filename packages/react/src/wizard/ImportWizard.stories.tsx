import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { customersFile } from '../stories/customers.ts';
import { stage } from '../stories/stage.tsx';
import type { WizardViewProps } from './ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Wizard/Inline' };
export default meta;
type Story = StoryObj<WizardViewProps>;

export const WithTitle: Story = { ...stage('file'), args: { title: 'Customers' } };

/** The wizard follows its own width, not the window's. */
export const Narrow: Story = {
  ...stage('match'),
  decorators: [
    (Wizard) => (
      <div style={{ inlineSize: 360 }}>
        <Wizard />
      </div>
    ),
  ],
};

/** Looks change by variables; no rule needs `!important`. */
export const OwnBrand: Story = {
  ...stage('match'),
  decorators: [
    (Wizard) => (
      <div
        style={
          {
            '--importera-accent': '#7a2e5d',
            '--importera-accent-soft': '#f7ebf2',
            '--importera-focus': '#7a2e5d',
            '--importera-radius': '2px',
            '--importera-radius-small': '2px',
            '--importera-font': 'Georgia, serif',
          } as React.CSSProperties
        }
      >
        <Wizard />
      </div>
    ),
  ],
  args: { theme: 'light' },
};

/** From the file to every row green or red, and back in between with nothing lost. */
export const WholePath: Story = {
  ...stage('file'),
  args: { onComplete: fn(), onStepChange: fn() },
  play: async ({ canvasElement, args }) => {
    const press = async (name: string | RegExp): Promise<void> =>
      userEvent.click(await screen.findByRole('button', { name }));
    const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('The dropzone has no file input.');
    await userEvent.upload(input, customersFile());
    await heading('Match columns to fields');
    await press('Do not import the rest');
    await press(/^File/);
    await screen.findByText('Kundlista 2024.csv is open');
    await press('Continue to match');
    await screen.findByText('All columns are dealt with.');
    await press(/Continue to/);
    await heading('Values the fields do not know');
    await press('Continue to settings');
    await heading('Settings');
    await press('Continue to review');
    await press(/Start import of 11 rows/);
    await heading('11 of 18 rows imported');
    await screen.findByRole('button', { name: /7 not taken/ });
    await expect(args.onComplete).toHaveBeenCalledWith(
      expect.objectContaining({ rows: 18, rejected: 7 }),
      { reason: 'import-finished' },
    );
    await press('Import another file');
    await waitFor(() => expect(screen.getByText('Drop a spreadsheet here')).toBeVisible());
  },
};
