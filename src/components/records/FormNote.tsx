/** One note in a form: a coloured edge, the words, what can be done about it. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHistory,
  IconInfoCircle,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './FormNote.module.css';

const ICONS = {
  late: IconAlertTriangle,
  risk: IconAlertTriangle,
  ok: IconCircleCheck,
  plain: IconInfoCircle,
  draft: IconHistory,
  deleted: IconTrash,
} as const;

export type FormNoteProps = {
  tone: keyof typeof ICONS;
  title: ReactNode;
  children?: ReactNode;
  /** The upstream's own words. */
  said?: string | null;
  actions?: ReactNode;
  /** Spoken at once by screen readers. */
  urgent?: boolean;
  /** On a page of its own, not in a drawer. */
  wide?: boolean;
};

export function FormNote({ tone, title, children, said, actions, urgent, wide }: FormNoteProps) {
  const Icon = ICONS[tone];
  return (
    <div
      className={classes.note}
      data-tone={tone}
      data-wide={wide || undefined}
      role={urgent ? 'alert' : 'status'}
    >
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
