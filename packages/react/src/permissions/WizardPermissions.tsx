import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { PermissionNotice } from './PermissionNotice.tsx';

/** Says in the wizard what the person may not import, and why. */
export function WizardPermissions(): ReactElement | null {
  const { importer } = useImporterScope();
  return <PermissionNotice permissions={importer.permissions} schemas={[importer.wholeSchema]} />;
}
