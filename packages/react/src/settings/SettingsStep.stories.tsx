import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { stage } from '../stories/stage.tsx';
import type { WizardViewProps } from '../wizard/ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Screens/5 Settings' };
export default meta;
type Story = StoryObj<WizardViewProps>;

export const Typical: Story = stage('settings');

export const Swedish: Story = { ...stage('settings'), args: { locale: sv } };

export const Dark: Story = { ...stage('settings'), args: { theme: 'dark' } };

export const ReadOnly: Story = { ...stage('settings'), args: { readOnly: true } };

/** A required setting without an answer keeps the way on closed and is named. */
export const AnswerMissing: Story = {
  ...stage('settings', {
    decide: (importer) => importer.dispatch({ type: 'setting-changed', key: 'owner', value: null }),
  }),
  play: async () => {
    await expect(
      screen.getByRole('button', { name: 'Continue to review' }),
    ).toHaveAccessibleDescription('Account manager needs an answer.');
  },
};

/** A default for any field: a button, the field, its value (FX14). */
export const AddDefault: Story = {
  ...stage('settings'),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Add a default value' }));
    await userEvent.click(screen.getByRole('combobox', { name: /Field of default value 1/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Segment' }));
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'Default value of Segment' }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Industry' }));
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Default value of Segment' })).toHaveTextContent(
        'Industry',
      ),
    );
  },
};

/** Addresses become chips; a slip is told in place. */
export const Recipients: Story = {
  ...stage('settings'),
  play: async () => {
    const field = screen.getByLabelText('Send the report to');
    await userEvent.type(field, 'omar@{Enter}');
    await screen.findByText('“omar@” is not an e-mail address.');
    await userEvent.type(field, 'example.com{Enter}');
    await screen.findByRole('button', { name: 'Remove omar@example.com' });
  },
};

/** An address with a slip is not lost by going on, and one without needs no Enter. */
export const RecipientsOnTheWayOn: Story = {
  ...stage('settings'),
  play: async () => {
    const field = screen.getByLabelText('Send the report to');
    await userEvent.type(field, 'astrid@');
    await userEvent.click(screen.getByRole('button', { name: 'Continue to review' }));
    await screen.findByText('“astrid@” is not an e-mail address.');
    await expect(field).toHaveFocus();
    await userEvent.type(field, 'nordlys.example');
    await userEvent.click(screen.getByRole('button', { name: 'Continue to review' }));
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('button', { name: /^Settings/ }));
    await screen.findByRole('button', { name: 'Remove astrid@nordlys.example' });
  },
};
