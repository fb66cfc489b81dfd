import type { ListedImport } from '@importera/engine';
import { useScreen } from '../appearance/ScreenScope.tsx';

/** What people call an import: its file's name, or that it has no file yet. */
export function useFileName({ fileName }: Pick<ListedImport, 'fileName'>): string {
  const { messages } = useScreen();
  return fileName === '' ? messages.hub.noName : fileName;
}
