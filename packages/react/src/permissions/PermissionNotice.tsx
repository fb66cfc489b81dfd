import type { ImportPermissions, Schema } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Notice } from '../controls/Notice.tsx';
import { refusedParts } from './refusedParts.ts';

/** Says what the person may not import, and why; nothing where everything is allowed. */
export function PermissionNotice(props: {
  readonly permissions: ImportPermissions;
  readonly schemas: readonly Schema[];
}): ReactElement | null {
  const { messages } = useScreen();
  const { permissions, schemas } = props;
  const text = messages.permissions;
  if (typeof permissions.import === 'string') {
    return (
      <Notice tone="warning" title={text.title}>
        {permissions.import}
      </Notice>
    );
  }
  const parts = refusedParts(permissions, schemas);
  if (parts.length === 0) return null;
  return (
    <Notice tone="info" title={text.partTitle}>
      <ul className="importera-plain-list">
        {parts.map(({ what, reason }) => (
          <li key={`${what} ${reason}`}>{text.part(what, reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}
