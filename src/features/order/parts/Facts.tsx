/** Names and values in columns; what has no value takes no room. */
import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** `value` null, '' or false = nothing to show. `wide`: over all columns. */
export type Fact = { label: string; value: ReactNode; wide?: boolean };

const held = ({ value }: Fact) => value !== null && value !== undefined && value !== '' && value !== false;

export function Facts({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.filter(held);
  if (shown.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {shown.map(({ label, value, wide }) => (
        <div key={label} className={classes.fact} data-wide={wide || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in one running line, for what is seldom looked at: «арт. G-504 · вес 95». */
export function InlineFacts({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.filter(held);
  if (shown.length === 0) return null;
  return (
    <p className={classes.inline}>
      {shown.map(({ label, value }, index) => (
        <span key={`${label}-${index}`}>
          {label !== '' && <span>{label}</span>} {value}
        </span>
      ))}
    </p>
  );
}
