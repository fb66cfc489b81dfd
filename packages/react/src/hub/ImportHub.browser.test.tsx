import { languageTag } from '@importera/engine';
import type { ImportDirectory } from '@importera/engine';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { sv } from '../locales/sv.ts';
import { crm } from '../stories/crm.ts';
import { busyImports, storyDirectory } from '../stories/directory.ts';
import { ImportHub } from './ImportHub.tsx';

test('error files are asked for in the language the hub is shown in', async () => {
  const stories = storyDirectory(busyImports());
  const asked: string[] = [];
  const directory: ImportDirectory = {
    ...stories,
    errorFile(id, format, language = 'none') {
      asked.push(languageTag(language));
      return stories.errorFile?.(id, format, language) ?? Promise.reject(new Error(id));
    },
  };
  const screen = await render(<ImportHub directory={directory} schemas={[crm]} locale={sv} />);
  await screen.getByRole('button', { name: 'Mer för Kundlista 2024.xlsx' }).click();
  await screen.getByRole('menuitem', { name: 'Rader som inte togs (.csv)' }).click();
  await expect.poll(() => asked).toEqual(['sv']);
});
