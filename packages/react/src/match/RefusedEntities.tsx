import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { refusedNames } from '../permissions/refusedParts.ts';
import { entityLabels } from './fieldNames.ts';

/** Why fields a person looks for are not among those offered. */
export function RefusedEntities(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const { wholeSchema, permissions } = importer;
  const refused = refusedNames(wholeSchema.entities, permissions.entities, entityLabels);
  if (refused.length === 0) return null;
  return (
    <div className="importera-picker-note">
      {refused.map(({ what, reason }) => (
        <p key={what}>{messages.permissions.part(what, reason)}</p>
      ))}
    </div>
  );
}
