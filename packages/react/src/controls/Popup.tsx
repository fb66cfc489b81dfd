import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { classes } from './classes.ts';

/**
 * What a portal renders into: popups live at the end of the document, out of the wizard's element, and
 * need its theme, direction and class there too.
 */
export function PopupRoot(props: ComponentPropsWithoutRef<'div'>): ReactElement {
  const { theme, locale, className } = useImporterScope();
  return (
    <div
      {...props}
      className={classes('importera importera-portal', className, props.className)}
      data-theme={theme}
      dir={locale.dir}
      lang={locale.code}
    />
  );
}
