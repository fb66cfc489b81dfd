import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

/** How grave a notice is; it decides colour and icon. */
export type Tone = 'info' | 'success' | 'warning' | 'danger';

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'cross',
};

/** What `<Notice>` says, and how urgently. */
export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` is read out at once. */
  readonly role?: 'alert' | 'status';
}

/** A message in place: what happened and what to do. */
export function Notice({ tone, title, children, actions, role }: NoticeProps): ReactElement {
  return (
    <div className="importera-notice" data-tone={tone} role={role}>
      <span className="importera-notice-icon">
        <Icon name={icons[tone]} />
      </span>
      <div className="importera-notice-body">
        {title && <p className="importera-notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="importera-notice-actions">{actions}</div>}
    </div>
  );
}
