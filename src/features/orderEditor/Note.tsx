/** One note above the form, or in place of it. */
import { IconAlertTriangle, IconCircleCheck, IconHistory, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notes.module.css';

type Tone = 'late' | 'risk' | 'ok' | 'plain' | 'draft';

const ICONS = {
  late: IconAlertTriangle,
  risk: IconAlertTriangle,
  ok: IconCircleCheck,
  plain: IconInfoCircle,
  draft: IconHistory,
} as const;

type Props = {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** The upstream's own words. */
  said?: string | null;
  actions?: ReactNode;
  /** Spoken at once by screen readers. */
  urgent?: boolean;
};

export function Note({ tone, title, children, said, actions, urgent }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={classes.note} data-tone={tone} role={urgent ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <div className={classes.words}>
        <strong>{title}</strong>
        {children && <span>{children}</span>}
        {said && <q>{said}</q>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
