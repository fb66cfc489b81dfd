import type { ImportPermissions, Permission, Schema } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Notice } from '../controls/Notice.tsx';
import { entityLabels } from '../match/fieldNames.ts';

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

interface Part {
  readonly what: string;
  readonly reason: string;
}

function refusedParts(permissions: ImportPermissions, schemas: readonly Schema[]): readonly Part[] {
  return schemas.flatMap((schema) => [
    ...refusedNames(schema.kinds, permissions.kinds, ({ label }) => label),
    ...refusedNames(schema.entities, permissions.entities, entityLabels),
    ...refusedValues(schema, permissions),
  ]);
}

function refusedNames<T>(
  known: Readonly<Record<string, T>> | undefined,
  permissions: Readonly<Record<string, Permission>> | undefined,
  labelOf: (item: T, key: string) => string,
): readonly Part[] {
  return Object.entries(known ?? {}).flatMap(([key, item]) => {
    const permission =
      permissions !== undefined && Object.hasOwn(permissions, key) ? permissions[key] : true;
    return typeof permission === 'string' ? [{ what: labelOf(item, key), reason: permission }] : [];
  });
}

/** Each reason once: hundreds of projects are refused for the same. */
function refusedValues({ settings = {} }: Schema, permissions: ImportPermissions): readonly Part[] {
  return Object.entries(permissions.settings ?? {}).flatMap(([key, values]) => {
    const reasons = new Set(Object.values(values).filter((value) => typeof value === 'string'));
    return [...reasons].map((reason) => ({ what: settings[key]?.label ?? key, reason }));
  });
}
