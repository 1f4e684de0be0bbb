/** Stands in place of rows: there is nothing to show, why, and what to do about it. */
import type { ReactNode } from 'react';
import classes from './Nothing.module.css';

type NothingProps = { title: string; lead: string; children?: ReactNode };

export function Nothing({ title, lead, children }: NothingProps) {
  return (
    <div className={classes.nothing} role="status">
      <strong>{title}</strong>
      <span>{lead}</span>
      {children}
    </div>
  );
}
