/** Counters over the table of couriers: how many work, are late, keep silent; each is a filter, exactly one is chosen. */
import type { KeyboardEvent } from 'react';
import counters from '#src/components/orders/CounterBar.module.css';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { CourierView } from './courierRows.ts';
import { COURIER_VIEWS } from './courierRows.ts';
import classes from './CourierViews.module.css';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

type Props = {
  /** Null: it cannot be known now; undefined: it is being read. */
  counts: Record<CourierView, number | null | undefined>;
  view: CourierView;
  onChoose: (view: CourierView) => void;
};

export function CourierViews({ counts, view, onChoose }: Props) {
  const t = useWords(couriersWords).views;
  const { locale } = useText();

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const { length } = COURIER_VIEWS;
    const next = COURIER_VIEWS[(COURIER_VIEWS.indexOf(view) + by + length) % length] ?? view;
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };

  return (
    <div className={counters.bar} role="radiogroup" aria-label={t.label} onKeyDown={onKeyDown}>
      {COURIER_VIEWS.map((name) => {
        const count = counts[name];
        return (
          <button
            key={name}
            type="button"
            role="radio"
            className={`${counters.counter} ${classes.counter}`}
            data-view={name}
            data-some={(count ?? 0) > 0 || undefined}
            aria-checked={name === view}
            tabIndex={name === view ? 0 : -1}
            title={t.hint[name]}
            onClick={() => onChoose(name)}
          >
            <span className={counters.label}>{t[name]}</span>
            {count === undefined ? (
              <span className={counters.waiting} role="img" aria-label={t.counting} />
            ) : (
              <span className={counters.number}>{count === null ? '—' : count.toLocaleString(locale)}</span>
            )}
          </button>
        );
      })}
    </div>
  );
}
