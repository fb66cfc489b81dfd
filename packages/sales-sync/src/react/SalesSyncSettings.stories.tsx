import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import './styles.css';
import { SalesSyncSettings } from './SalesSyncSettings.tsx';
import { scriptedClient } from './scriptedClient.fixture.ts';
import { sv } from './sv.ts';

const nameOf = (id: string): string => ({ astrid: 'Astrid Lund', erik: 'Erik Sandberg' })[id] ?? id;

const meta: Meta<typeof SalesSyncSettings> = {
  title: 'Sales sync/Settings',
  component: SalesSyncSettings,
  args: { nameOf },
};
export default meta;
type Story = StoryObj<typeof SalesSyncSettings>;

const at = (
  script: Parameters<typeof scriptedClient>[0],
  play?: NonNullable<Story['play']>,
): Story => ({
  // A new one for each story: a client remembers what was saved.
  loaders: [async () => ({ client: scriptedClient(script) })],
  render: (args, { loaded }) => (
    <SalesSyncSettings {...args} client={loaded['client'] as ReturnType<typeof scriptedClient>} />
  ),
  ...(play && { play }),
});

/** Nothing is chosen yet (SS1). */
export const FirstLogIn: Story = at({ saved: null }, async () => {
  await expect(await screen.findByRole('radio', { name: /^Invoices/ })).toBeChecked();
  await expect(screen.getByRole('button', { name: 'Show what will happen' })).toBeDisabled();
});

const choose = async (label: RegExp, option: string): Promise<void> => {
  await userEvent.click(await screen.findByRole('combobox', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

/** The first run is shown before it runs. */
export const FirstPreview: Story = at({ saved: null, deals: 30 }, async () => {
  await choose(/Catch-all user/, 'Erik Sandberg');
  await choose(/Price list/, 'Ordinarie');
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await screen.findByText('30 new won deals');
  await expect(screen.getByRole('heading', { name: 'What will happen' })).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Show 22 more' }));
  await expect(screen.getByText('Invoice 30')).toBeVisible();
});

/** Saved, with what the last runs did. */
export const Saved: Story = at({}, async () => {
  await screen.findByRole('button', { name: 'Sync now' });
  await expect(screen.queryByRole('button', { name: 'Apply the change' })).toBeNull();
});

/** From invoices to orders: what is added and what is filled in, from → to (SS5). */
export const PreviewOfChange: Story = at({}, async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /^Orders/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await screen.findByText('3 deals filled in');
  await screen.findByRole('button', { name: 'Apply the change' });
});

export const Applied: Story = at({}, async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /^Orders/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Apply the change' }));
  await screen.findByText('Saved. The sync has started.');
});

/** More than is listed: the counts are of all. */
export const ManyChanges: Story = at({ deals: 4_812 }, async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /^Orders/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await screen.findByText('4,812 new won deals');
});

export const NothingToDo: Story = at({ deals: 0 }, async () => {
  await choose(/Catch-all user/, 'Erik Sandberg');
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await screen.findByText(/Nothing has to be moved just now/);
});

export const NoSync: Story = at({}, async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /^No sync/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await screen.findByRole('button', { name: 'Save without a sync' });
});

/** A change or its preview that failed, in place. */
export const Failure: Story = at({ failing: true }, async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /^Orders/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Show what will happen' }));
  await screen.findByRole('alert');
});

/** Runs that stopped, went on, or left something behind. */
export const TroubledRuns: Story = at({ troubled: true });

export const ReadOnly: Story = at({ readOnly: true }, async () => {
  await screen.findByText('Only administrators may change these settings.');
  await expect(screen.getByRole('radio', { name: /^Orders/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

export const Loading: Story = at({ stuck: true });

export const CanNotBeRead: Story = at({ unreadable: true }, async () => {
  await screen.findByRole('button', { name: 'Try again' });
});

/** A lost connection is told, and found again without anybody's doing. */
export const ConnectionLost: Story = at({ troubled: true, losing: true }, async () => {
  const told = await screen.findByText('What is shown may be out of date', {}, { timeout: 5_000 });
  await waitFor(() => expect(told).not.toBeInTheDocument(), { timeout: 5_000 });
});

export const Swedish: Story = {
  ...at({}, async () => {
    await userEvent.click(await screen.findByRole('radio', { name: /^Ordrar/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Visa vad som händer' }));
    await screen.findByText('3 affärer fylls på');
  }),
  args: { locale: sv },
};

export const Dark: Story = { ...PreviewOfChange, args: { theme: 'dark' } };
