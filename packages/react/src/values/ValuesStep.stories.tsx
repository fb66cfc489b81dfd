import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent } from 'storybook/test';
import { stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/4 Values' };
export default meta;
type Story = StoryObj<WizardViewProps>;

export const Typical: Story = stage('values');

export const Dark: Story = { ...stage('values'), args: { theme: 'dark' } };

export const ReadOnly: Story = { ...stage('values'), args: { readOnly: true } };

/** Each value once: what it means is said once for all cells that hold it. */
export const Decide: Story = {
  ...stage('values'),
  play: async () => {
    await screen.findByRole('heading', { name: 'Segment (column “Bransch”)' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Meaning of Detaljhandel' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Retail' }));
    await expect(screen.getByRole('status')).toHaveTextContent('1 value is not decided');
    await userEvent.click(screen.getByRole('combobox', { name: 'Meaning of Vård' }));
    await userEvent.click(await screen.findByRole('option', { name: /Leave out/ }));
    await expect(screen.getByRole('status')).toHaveTextContent('Every value has a meaning.');
  },
};
