import { ImportError } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { crm } from '../stories/crm.ts';
import { ago, busyImports, listed, report, storyDirectory } from '../stories/directory.ts';
import type { StoryDirectory } from '../stories/directory.ts';
import { ImportHub } from './ImportHub.tsx';
import type { ImportHubProps } from './ImportHub.tsx';

const meta: Meta<ImportHubProps> = {
  title: 'Screens/0 Hub',
  component: ImportHub,
  args: { schemas: [crm], onNew: fn(), onOpen: fn() },
  // A directory lives as long as its story.
  render: (args) => <ImportHub {...args} />,
};
export default meta;
type Story = StoryObj<ImportHubProps>;

const undoPreview = { reversed: 358, kept: 2, failed: 0 };
const busy = (): StoryDirectory => storyDirectory(busyImports(), { undoPreview });
const row = async (name: string): Promise<HTMLElement> => {
  const label = await screen.findByText(name);
  return label.closest('li') as HTMLElement;
};

export const Typical: Story = { args: { directory: busy() } };
/** It has no background of its own: it lies on the host's page. */
export const Dark: Story = {
  args: { directory: busy(), theme: 'dark' },
  decorators: [
    (Hub) => (
      <div style={{ background: '#101215', padding: '1.5rem' }}>
        <Hub />
      </div>
    ),
  ],
};
export const Swedish: Story = { args: { directory: busy(), locale: sv } };

export const Phone: Story = {
  args: { directory: busy() },
  decorators: [
    (Hub) => (
      <div style={{ inlineSize: 358 }} data-testid="phone">
        <Hub />
      </div>
    ),
  ],
  play: async () => {
    await screen.findByText('Kundlista 2024.xlsx');
    const phone = screen.getByTestId('phone');
    await expect(phone.scrollWidth).toBeLessThanOrEqual(358);
  },
};

export const Empty: Story = {
  args: { directory: storyDirectory([]) },
  play: async ({ args }) => {
    await screen.findByText('Nothing imported yet');
    const [button] = screen.getAllByRole('button', { name: 'New import' });
    if (button === undefined) throw new Error('There is no way to begin.');
    await userEvent.click(button);
    await expect(args.onNew).toHaveBeenCalled();
  },
};

export const Loading: Story = { args: { directory: storyDirectory([], { stuck: ['list'] }) } };

export const Failing: Story = {
  args: {
    directory: storyDirectory([], {
      failing: { list: new ImportError('worker-failed', 'The server could not be reached.') },
    }),
  },
  play: async () => {
    const retries = await screen.findAllByRole('button', { name: 'Try again' });
    await expect(retries.length).toBe(3);
  },
};

const LONG =
  'Sammanställning över samtliga kunder och kontaktpersoner i norra regionen, version 12 slutgiltig (kopia av kopia).xlsx';
export const LongNames: Story = {
  args: {
    directory: storyDirectory([
      listed({
        status: 'running',
        fileName: LONG,
        user: 'Maximiliana von Oettingen-Wallerstein',
        progress: { rowsDone: 10, rowsTotal: 421, written: 10, rejected: 0, rate: 3 },
      }),
      listed({ status: 'draft', fileName: LONG, step: 'settings' }),
      listed({ fileName: LONG, report: report({ rejected: 120_345 }) }),
    ]),
  },
};

export const Many: Story = {
  args: {
    directory: storyDirectory(
      Array.from({ length: 34 }, (_, n) =>
        listed({ fileName: `week ${34 - n}.csv`, startedAt: ago(60 * n), report: report() }),
      ),
    ),
  },
  play: async () => {
    await screen.findByText('week 34.csv');
    await expect(screen.getAllByRole('listitem').length).toBe(10);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBe(20));
  },
};

export const ReadOnly: Story = {
  args: { directory: busy(), readOnly: true },
  play: async () => {
    await screen.findByText('Alla kunder.csv');
    await expect(screen.queryByRole('button', { name: /^Pause/ })).toBeNull();
    await expect(screen.queryByRole('button', { name: 'New import' })).toBeNull();
  },
};

/** FX1: who may not import is told so, and can do nothing. */
export const NotAllowed: Story = {
  args: {
    directory: busy(),
    permissions: { import: 'Only administrators import. Ask Eva Lind, who is one.' },
  },
  play: async () => {
    await screen.findByText('You can not import here');
    await expect(screen.getByRole('button', { name: 'New import' })).toBeDisabled();
  },
};

export const PartlyAllowed: Story = {
  args: {
    directory: busy(),
    permissions: { entities: { company: 'Companies are imported by administrators.' } },
  },
};

/** Its progress comes in by itself; pausing, going on and cancelling are asked of the directory. */
export const Running: Story = {
  args: { directory: busy() },
  play: async ({ args }) => {
    const directory = args.directory as StoryDirectory;
    const card = await row('Alla kunder.csv');
    const bar = within(card).getByRole('progressbar');
    await expect(bar).toHaveAttribute('aria-valuenow', '61400');
    directory.change('running', {
      progress: {
        rowsDone: 90_000,
        rowsTotal: 182_400,
        written: 89_650,
        rejected: 350,
        rate: 5_000,
      },
    });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '90000'));
    await userEvent.click(within(card).getByRole('button', { name: 'Pause Alla kunder.csv' }));
    await screen.findByText('Paused');
    await userEvent.click(
      await within(await row('Alla kunder.csv')).findByRole('button', { name: /^Go on/ }),
    );
    await screen.findByText('Importing');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel Alla kunder.csv' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel import' }));
    await waitFor(async () =>
      expect(within(await row('Alla kunder.csv')).getByText('Cancelled')).toBeVisible(),
    );
  },
};

export const OpenDraftAndResult: Story = {
  args: { directory: busy() },
  play: async ({ args }) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Go on with Mässan i Göteborg.xlsx' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Result of Kundlista 2024.xlsx' }));
    await expect(args.onOpen).toHaveBeenNthCalledWith(
      1,
      expect.objectContaining({ id: 'draft', step: 'match' }),
      { reason: 'resume-press' },
    );
    await expect(args.onOpen).toHaveBeenNthCalledWith(2, expect.objectContaining({ id: 'done' }), {
      reason: 'result-press',
    });
  },
};

/** Undo says first what it would do. */
export const Undo: Story = {
  args: { directory: busy() },
  play: async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'More for Kundlista 2024.xlsx' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Undo import…' }));
    await screen.findByText('Undo Kundlista 2024.xlsx?');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo import' }));
    await screen.findByText('The import is undone');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(async () =>
      expect(within(await row('Kundlista 2024.xlsx')).getByText('Undone')).toBeVisible(),
    );
  },
};

export const Removing: Story = {
  args: { directory: busy() },
  play: async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'More for Mässan i Göteborg.xlsx' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByText('Mässan i Göteborg.xlsx')).toBeNull());
  },
};

/** What could not be done is said with the import's name. */
export const ActionFails: Story = {
  args: {
    directory: storyDirectory(busyImports(), {
      failing: { pause: new ImportError('state-invalid', 'It is being moved.') },
    }),
  },
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Pause Alla kunder.csv' }));
    await screen.findByText('Alla kunder.csv: that did not work');
  },
};

/** An import that ended while one was about to stop it: nothing is wrong. */
export const CancelledTooLate: Story = {
  args: {
    directory: storyDirectory(busyImports(), {
      failing: { cancel: new ImportError('state-invalid', 'It has ended already.') },
    }),
  },
  play: async ({ args }) => {
    const directory = args.directory as StoryDirectory;
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel Alla kunder.csv' }));
    const asked = within(await screen.findByRole('alertdialog'));
    directory.change('running', {
      status: 'completed',
      finishedAt: new Date().toISOString(),
      report: report(),
    });
    await userEvent.click(asked.getByRole('button', { name: 'Cancel import' }));
    await screen.findByText('Alla kunder.csv has ended already: there was nothing left to stop.');
    await expect(screen.queryByText('Alla kunder.csv: that did not work')).toBeNull();
  },
};
