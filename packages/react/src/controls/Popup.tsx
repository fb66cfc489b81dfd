import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { useAppearance } from '../appearance/AppearanceScope.tsx';
import { classes } from './classes.ts';

type PopupRootProps = ComponentPropsWithoutRef<'div'>;

/**
 * What a portal renders into: popups live at the end of the document, out of the wizard's element, and
 * need its theme, direction and class there too.
 */
export const PopupRoot: ForwardRefExoticComponent<PopupRootProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, PopupRootProps>(function PopupRoot(props, ref) {
    const { theme, language, dir, className } = useAppearance();
    return (
      <div
        {...props}
        ref={ref}
        className={classes('importera importera-portal', className, props.className)}
        data-theme={theme}
        dir={dir}
        lang={language}
      />
    );
  });
