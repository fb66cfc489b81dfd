import type { ComponentPropsWithRef, ReactElement } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { classes } from './classes.ts';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium';
  readonly icon?: IconName;
}

export function Button(props: ButtonProps): ReactElement {
  const { variant = 'secondary', size = 'medium', icon, className, children, ...rest } = props;
  return (
    <button
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
}

/** A button that only shows an icon; `label` is its name. */
export function IconButton({
  label,
  icon,
  className,
  ...rest
}: Omit<ButtonProps, 'variant' | 'children'> & {
  readonly label: string;
  readonly icon: IconName;
}): ReactElement {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classes('importera-icon-button', className)}
    >
      <Icon name={icon} />
    </button>
  );
}
