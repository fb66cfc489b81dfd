import { ImportError } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { sv } from '../locales/sv.ts';
import { crm } from '../stories/crm.ts';
import { ago, busyImports, listed, report, storyDirectory } from '../stories/directory.ts';
import type { StoryDirectory } from '../stories/directory.ts';
import type { BellMarks, BellMemory } from './bellMarks.ts';
import { ImportBell } from './ImportBell.tsx';
import type { ImportBellProps } from './ImportBell.tsx';

/** Forgets with the story. */
function storyMemory(seenUntil = ago(60 * 24)): BellMemory {
  let marks: BellMarks = { seenUntil, read: [] };
  return {
    load: () => marks,
    save: (next) => {
      marks = next;
    },
  };
}

const meta: Meta<ImportBellProps> = {
  title: 'Screens/9 Bell',
  component: ImportBell,
  args: {
    schemas: [crm],
    linkTo: (entity: string, id: string) => `#/${entity}?import=${id}`,
    onOpen: fn(),
    onShowAll: fn(),
    onNavigate: fn((_href: string, event: { preventDefault(): void }) => event.preventDefault()),
  },
  decorators: [
    (Bell, { args }) => (
      <div
        style={{
          display: 'flex',
          justifyContent: 'flex-end',
          padding: '0.5rem 1rem',
          background: args.theme === 'dark' ? '#15171b' : '#fff',
        }}
      >
        <Bell />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<ImportBellProps>;

const open = async (): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name: /^(Imports|Importer)/ }));
  return await screen.findByRole('dialog');
};
const args = (
  directory: StoryDirectory,
  memory?: BellMemory,
): Pick<ImportBellProps, 'directory' | 'memory'> => ({
  directory,
  memory: memory ?? storyMemory(),
});

export const Closed: Story = { args: args(storyDirectory(busyImports())) };

export const Open: Story = {
  args: args(storyDirectory(busyImports())),
  play: async () => {
    const popup = await open();
    await within(popup).findByText(/Kundlista 2024.xlsx is imported/);
  },
};

export const Dark: Story = {
  ...Open,
  args: { ...args(storyDirectory(busyImports())), theme: 'dark' },
};

export const Swedish: Story = {
  args: { ...args(storyDirectory(busyImports())), locale: sv },
  play: async () => {
    const popup = await open();
    await within(popup).findByText(/Kundlista 2024.xlsx är importerad/);
  },
};

export const Empty: Story = {
  args: args(storyDirectory([])),
  play: async () => {
    const popup = await open();
    await within(popup).findByText('No imports yet');
  },
};

export const Failing: Story = {
  args: args(
    storyDirectory([], {
      failing: { list: new ImportError('worker-failed', 'The server could not be reached.') },
    }),
  ),
  play: async () => {
    const popup = await open();
    await within(popup).findByRole('button', { name: 'Try again' });
  },
};

export const LongNames: Story = {
  args: args(
    storyDirectory([
      listed({
        fileName:
          'Sammanställning över samtliga kunder och kontaktpersoner i norra regionen, version 12 slutgiltig.xlsx',
        report: report({ rejected: 120_345 }),
      }),
    ]),
  ),
  play: async () => void (await open()),
};

/** FX18: it follows a running import, and says politely when it is done. */
export const RunsAndEnds: Story = {
  args: args(
    storyDirectory([
      listed({
        id: 'run',
        status: 'running',
        fileName: 'leads.csv',
        finishedAt: null,
        progress: { rowsDone: 100, rowsTotal: 421, written: 100, rejected: 0, rate: 40 },
      }),
    ]),
  ),
  play: async ({ args: { directory } }) => {
    const { change } = directory as StoryDirectory;
    await screen.findByRole('button', { name: 'Imports, 1 running' });
    const popup = await open();
    const bar = await within(popup).findByRole('progressbar');
    const name = within(popup).getByRole('button', { name: 'leads.csv' });
    change('run', {
      progress: { rowsDone: 300, rowsTotal: 421, written: 300, rejected: 0, rate: 40 },
    });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '300'));
    change('run', {
      status: 'completed',
      finishedAt: new Date().toISOString(),
      report: report({ rejected: 0 }),
    });
    await waitFor(() =>
      expect(document.querySelector('.importera-bell > [role=status]')).toHaveTextContent(
        'leads.csv is imported',
      ),
    );
    // What a person was about to press is still there.
    await expect(name).toBeInTheDocument();
    await expect(name).toHaveTextContent('leads.csv is imported');
    await userEvent.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Imports, 1 unread notice' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};

/** FX20: links lead to exactly the records of the import; following one marks the notice as read. */
export const ShowRecords: Story = {
  args: args(storyDirectory([listed({ id: 'one', report: report(), finishedAt: ago(3) })])),
  play: async ({ args: { onNavigate } }) => {
    const popup = await open();
    const link = await within(popup).findByRole('link', { name: 'Show companies' });
    await expect(link).toHaveAttribute('href', '#/company?import=one');
    await within(popup).findByRole('link', { name: 'Show contacts' });
    await userEvent.click(link);
    await expect(onNavigate).toHaveBeenCalledWith('#/company?import=one', expect.anything());
    await waitFor(() =>
      expect(within(popup).queryByRole('button', { name: 'Mark all as read' })).toBeNull(),
    );
    // What one went for is not covered.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};

export const MarkAllRead: Story = {
  args: args(
    storyDirectory([
      listed({ fileName: 'a.csv', report: report(), finishedAt: ago(3) }),
      listed({ fileName: 'b.csv', report: report(), finishedAt: ago(2) }),
    ]),
  ),
  play: async () => {
    await screen.findByRole('button', { name: 'Imports, 2 unread notices' });
    const popup = await open();
    await userEvent.click(await within(popup).findByRole('button', { name: 'Mark all as read' }));
    await userEvent.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Imports' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};

/** Only what the person started themselves. */
export const Mine: Story = {
  args: { ...args(storyDirectory(busyImports())), user: 'Lars Öberg' },
  play: async () => {
    const popup = await open();
    await within(popup).findByText('contacts.csv is imported');
    await expect(within(popup).queryByText(/Kundlista/)).toBeNull();
  },
};
