import { createImporter } from '@importera/engine';
import type { Importer, ImporterOptions } from '@importera/engine';
import { useEffect, useRef, useState } from 'react';

/**
 * An importer that lives as long as the component. Options count when it is made; change the component's `key` to start over
 * with others. Of the schema other words are taken over, as those of another language (see `Importer.setSchema`).
 */
export function useImporter(options: ImporterOptions): Importer {
  const [importer] = useState(() => createImporter(options));
  const { schema } = options;
  useEffect(() => importer.setSchema(schema), [importer, schema]);
  useDispose(importer);
  return importer;
}

/** React's strict mode unmounts and mounts again at once: dispose only when it stays unmounted. */
function useDispose(importer: Importer): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(timer.current);
    return () => {
      timer.current = setTimeout(() => importer.dispose(), 0);
    };
  }, [importer]);
}
