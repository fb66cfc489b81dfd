import type { Importer } from '@importera/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, screen, userEvent } from 'storybook/test';
import { ImporterProvider } from '../importer/ImporterScope.tsx';
import { atStep } from '../stories/atStep.ts';
import { MappingGrid } from './MappingGrid.tsx';
import { useMappingGrid } from './useMappingGrid.ts';

const meta: Meta = { title: 'Parts/MappingGrid' };
export default meta;
type Story = StoryObj;

/** The hook and the parts with markup of one's own: nothing of the styled step is used. */
function OwnMatch(): ReactElement {
  const grid = useMappingGrid();
  return (
    <MappingGrid.Root grid={grid} className="own-grid">
      <p>{grid.complete ? 'Ready' : `${grid.openCount} to go`}</p>
      {grid.rows.map((row) => (
        <MappingGrid.Row key={row.column.index} row={row} className="own-row">
          <MappingGrid.Header />
          <MappingGrid.Samples />
          <MappingGrid.Guess />
          {row.state === 'open' && (
            <button
              type="button"
              onClick={() => grid.map(row.column.index, { kind: 'ignore' }, 'ignore')}
            >
              Skip {row.column.label}
            </button>
          )}
        </MappingGrid.Row>
      ))}
    </MappingGrid.Root>
  );
}

export const OwnMarkup: Story = {
  loaders: [async () => ({ importer: await atStep('match') })],
  render: (_, { loaded }) => (
    <ImporterProvider importer={loaded['importer'] as Importer}>
      <OwnMatch />
    </ImporterProvider>
  ),
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Skip Intern kod' }));
    await expect(screen.getByText('Ready')).toBeVisible();
  },
};
