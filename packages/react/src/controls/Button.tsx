import { forwardRef } from 'react';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { classes } from './classes.ts';

/** As of a `<button>`; it is a plain one (`type="button"`) unless told. */
export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium';
  readonly icon?: IconName;
}

type WithRef<P> = ForwardRefExoticComponent<P & RefAttributes<HTMLButtonElement>>;

// React 18 hands a ref on by `forwardRef` only.
/** A button in one of four weights. */
export const Button: WithRef<ButtonProps> = forwardRef<HTMLButtonElement, ButtonProps>(
  function Button(props, ref) {
    const { variant = 'secondary', size = 'medium', icon, className, children, ...rest } = props;
    return (
      <button
        ref={ref}
        type="button"
        {...rest}
        className={classes('importera-button', className)}
        data-variant={variant}
        data-size={size}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
    );
  },
);

/** As of a `<button>`, with a name instead of a text. */
export interface IconButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** The name of a button that only shows an icon. */
  readonly label: string;
  readonly icon: IconName;
}

/** A button that shows an icon alone; its `label` is its name and its tooltip. */
export const IconButton: WithRef<IconButtonProps> = forwardRef<HTMLButtonElement, IconButtonProps>(
  function IconButton({ label, icon, className, ...rest }, ref) {
    return (
      <button
        ref={ref}
        type="button"
        aria-label={label}
        title={label}
        {...rest}
        className={classes('importera-icon-button', className)}
      >
        <Icon name={icon} />
      </button>
    );
  },
);
