import type { ImportDirectory, ImportPermissions } from '@importera/engine';
import { useEffect, useState } from 'react';

const ALL: ImportPermissions = {};

/** What the person may import: as given, else as the directory says; null until it is known. */
export function usePermissions(
  directory: ImportDirectory,
  given: ImportPermissions | undefined,
): ImportPermissions | null {
  const [told, setTold] = useState<ImportPermissions | null>(null);
  useEffect(() => {
    if (given !== undefined) return;
    let current = true;
    const tell = (permissions: ImportPermissions): void => void (current && setTold(permissions));
    // Who can not be asked refuses nothing here; the server has the last word anyhow.
    (directory.permissions?.() ?? Promise.resolve(ALL)).then(tell, () => tell(ALL));
    return () => {
      current = false;
    };
  }, [directory, given]);
  return given ?? told;
}
