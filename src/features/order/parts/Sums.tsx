/** Sums one below another, as on a bill: the last line is what counts. */
import type { ReactNode } from 'react';
import classes from './sums.module.css';

/** `main`: what the eye should find first. */
export type SumLine = { label: string; sum: string; note?: ReactNode; main?: boolean };

export function Sums({ lines, warning }: { lines: readonly SumLine[]; warning?: string | null }) {
  return (
    <>
      <dl className={classes.sums}>
        {lines.map(({ label, sum, note, main }) => (
          <div key={label} className={classes.line} data-main={main || undefined}>
            <dt>{label}</dt>
            <dd>
              {sum}
              {note && <span className={classes.note}>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {warning && (
        <p className={classes.warning} role="note">
          {warning}
        </p>
      )}
    </>
  );
}
