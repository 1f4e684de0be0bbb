/** The counters of the day: how many orders need what, each a filter. Exactly one is chosen. */
import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import type { View } from '#src/domain/orderFilter.ts';
import { VIEWS } from '#src/domain/orderFilter.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './CounterBar.module.css';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

type CounterBarProps = {
  /** Null while the first load is under way: a part of a number would be a wrong number. */
  counts: Record<View, number> | null;
  /** The first load failed: there is nothing to wait for. */
  failed: boolean;
  view: View;
  /** Which counters there are; all of them unless said. */
  views?: readonly View[];
  onChoose: (view: View) => void;
};

export const CounterBar = memo(function CounterBar({
  counts,
  failed,
  view,
  views = VIEWS,
  onChoose,
}: CounterBarProps) {
  const text = useText();
  const t = text.orders.views;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = views[(views.indexOf(view) + by + views.length) % views.length] ?? view;
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };

  return (
    <div className={classes.bar} role="radiogroup" aria-label={t.label} onKeyDown={onKeyDown}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          role="radio"
          className={classes.counter}
          data-view={name}
          data-some={(counts?.[name] ?? 0) > 0 || undefined}
          aria-checked={name === view}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          <span className={classes.label}>{t[name]}</span>
          {counts || failed ? (
            <span className={classes.number}>{counts ? counts[name].toLocaleString(text.locale) : '—'}</span>
          ) : (
            <span className={classes.waiting} role="img" aria-label={t.counting} />
          )}
        </button>
      ))}
    </div>
  );
});
