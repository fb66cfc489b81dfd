import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from './Button.tsx';
import type { Shown } from './useShown.ts';

/** Shows more of a long list; nothing when all of it is shown. */
export function MoreButton({ shown }: { readonly shown: Shown<unknown> }): ReactElement | null {
  const { messages } = useScreen();
  if (shown.left === 0) return null;
  return (
    <Button size="small" onClick={() => shown.more()}>
      {messages.actions.more(shown.left)}
    </Button>
  );
}
