import type { Importer } from '@importera/engine';
import { createImporter, memoryAdapter } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { practice, practiceCsv, practiceRecords } from '../stories/practice.ts';
import type { Stage } from '../stories/stage.tsx';
import { ImportWizard } from './ImportWizard.tsx';
import type { WizardViewProps } from './ImportWizard.tsx';

const meta: Meta<WizardViewProps> = { title: 'Wizard/Kinds, context and settings' };
export default meta;
type Story = StoryObj<WizardViewProps>;

type Place = 'start' | 'match' | 'settings' | 'review';

/** A real importer over the practice's schema, brought to a place as a person would. */
function at(place: Place, decide: (importer: Importer) => unknown = () => undefined): Stage {
  const load = async (): Promise<{ readonly importer: Importer }> => {
    const adapter = memoryAdapter(practice, { records: practiceRecords });
    const importer = createImporter({ schema: practice, adapter, user: 'Bo Ek' });
    if (place === 'start') {
      await decide(importer);
      return { importer };
    }
    importer.dispatch({ type: 'setting-changed', key: 'office', value: 'north' });
    await importer.actions.openFile(practiceCsv, 'clients.csv');
    await waitFor(() => expect(importer.getState()).toMatchObject({ profiled: 1 }));
    await importer.actions.goTo('match');
    await decide(importer);
    if (place === 'match') return { importer };
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.goTo(place);
    return { importer };
  };
  return {
    loaders: [load],
    render: (args, { loaded }) => (
      <ImportWizard {...args} importer={loaded['importer'] as Importer} />
    ),
  };
}

/** What it belongs to is chosen first: until then no file is taken. */
export const Start: Story = {
  ...at('start'),
  play: async () => {
    await expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: /North/ }));
    await expect(screen.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
    await userEvent.click(screen.getByRole('radio', { name: /Contacts only/ }));
    await waitFor(() => expect(screen.queryByText('Account name')).toBeNull());
  },
};

export const StartInSwedish: Story = { ...at('start'), args: { locale: sv } };

/** Accounts first; what belongs to contacts waits for its own part, and nothing is lost by going back. */
export const MatchParts: Story = {
  ...at('match'),
  play: async () => {
    await screen.findByRole('heading', { name: 'Match columns to accounts' });
    await expect(screen.queryByRole('group', { name: 'E-mail' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Continue to match contacts' }));
    await screen.findByRole('heading', { name: 'Match columns to contacts' });
    await expect(screen.getByRole('group', { name: 'E-mail' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Do not import the rest' }));
    await userEvent.click(screen.getByRole('button', { name: /Match accounts/ }));
    await screen.findByRole('heading', { name: 'Match columns to accounts' });
  },
};

/** Values as they will be stored, not as the file writes them. */
export const MatchPreview: Story = {
  ...at('match'),
  play: async () => {
    const record = screen.getByRole('region', { name: 'The record it makes' });
    await within(record).findByText('1,250,000.5');
  },
};

export const Settings: Story = at('settings');

export const SettingsInSwedish: Story = { ...at('settings'), args: { locale: sv } };

export const SettingsInTheDark: Story = { ...at('settings'), args: { theme: 'dark' } };

export const SettingsReadOnly: Story = { ...at('settings'), args: { readOnly: true } };

/** Tags: suggestions a click away, new ones by typing; a condition shows and hides; people can be searched. */
export const AnswerSettings: Story = {
  ...at('settings'),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Add Audit' }));
    await userEvent.type(screen.getByLabelText('Tags for all accounts'), 'prospect{Enter}new one,');
    await screen.findByRole('button', { name: 'Remove Prospect' });
    await screen.findByRole('button', { name: 'Remove new one' });
    await expect(screen.getByRole('switch', { name: /Send invitations/ })).not.toBeChecked();
    await userEvent.click(screen.getByRole('switch', { name: 'May log in' }));
    await waitFor(() =>
      expect(screen.queryByRole('switch', { name: /Send invitations/ })).toBeNull(),
    );
    await expect(screen.getByRole('checkbox', { name: 'The person who imports' })).toBeChecked();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search: Assignees' }), 'cia');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Cia Dahl' }));
    await screen.findByText('2 chosen');
    await userEvent.type(screen.getByLabelText('Yearly fee (EUR)'), '-5');
    await expect(
      screen.getByRole('button', { name: 'Continue to review' }),
    ).toHaveAccessibleDescription('Yearly fee must be at least 0.');
  },
};

/** One type for all: the column of the file is not read. */
export const OneForAll: Story = {
  ...at('settings'),
  play: async () => {
    const source = screen.getByRole('radiogroup', { name: 'Account type' });
    await expect(within(source).getByRole('radio', { name: /From a column/ })).toBeChecked();
    await userEvent.click(within(source).getByRole('radio', { name: /One for all/ }));
    await userEvent.click(await screen.findByRole('combobox', { name: 'Account type for all' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Company' }));
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Account type for all' })).toHaveTextContent(
        'Company',
      ),
    );
    await userEvent.click(within(source).getByRole('radio', { name: /Leave it/ }));
    await screen.findByText(/New records get “Other”/);
  },
};

/** Records with what is linked to them and what the settings add, before anything is written. */
export const Samples: Story = {
  ...at('review', (importer) => {
    importer.dispatch({ type: 'setting-changed', key: 'tags', value: ['Audit'] });
    importer.dispatch({ type: 'setting-changed', key: 'folder', value: 'Tax years' });
  }),
  play: async () => {
    await userEvent.click(await screen.findByRole('tab', { name: 'Preview' }));
    const panel = await screen.findByRole('tabpanel', { name: 'Preview' });
    await within(panel).findByText('VIP, Audit');
    await within(panel).findAllByText('Linked to Account');
    await within(panel).findAllByText('Bo Ek');
    await within(panel).findByText('Tax years');
    const given = within(panel).getByText('VIP, Audit');
    await expect(given).toHaveTextContent('VIP, Auditfrom the settings');
    await expect(within(panel).getByText('same as on an earlier row')).toBeVisible();
    await expect(within(panel).queryByText('as stored')).toBeNull();
  },
};

/** Without an answer nothing comes from the settings; what the file says itself does not either. */
export const SamplesOfTheFile: Story = {
  ...at('review', (importer) => {
    importer.dispatch({
      type: 'column-mapped',
      column: 5,
      target: { kind: 'field', entity: 'account', field: 'tags' },
    });
    importer.dispatch({ type: 'setting-changed', key: 'tags', value: ['x2'] });
    importer.dispatch({ type: 'setting-changed', key: 'login', value: false });
  }),
  play: async () => {
    await userEvent.click(await screen.findByRole('tab', { name: 'Preview' }));
    const panel = await screen.findByRole('tabpanel', { name: 'Preview' });
    const tagsOf = (text: RegExp): HTMLElement =>
      within(panel).getByText(
        (_, element) => element?.tagName === 'DD' && text.test(element.textContent ?? ''),
      );
    await waitFor(() => expect(tagsOf(/X1/)).toHaveTextContent('from the settings'));
    await expect(tagsOf(/^X2/i)).not.toHaveTextContent('from the settings');
  },
};

/** A host may open a file before it is said what it belongs to: then it is asked with the other settings. */
export const ContextAfterTheFile: Story = {
  ...at('settings', (importer) =>
    importer.dispatch({ type: 'setting-changed', key: 'office', value: null }),
  ),
  play: async () => {
    const next = screen.getByRole('button', { name: 'Continue to review' });
    await expect(next).toHaveAccessibleDescription('Office needs an answer.');
    await userEvent.click(screen.getByRole('radio', { name: /South/ }));
    await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'));
    await expect(screen.getByRole('radio', { name: /South/ })).toBeChecked();
    await userEvent.click(next);
    await screen.findByRole('grid');
  },
};
