/** Rows to be, while the first load is under way. */
import states from '#src/components/records/ListStates.module.css';
import { useText } from '#src/locales/language.tsx';
import classes from './OrdersSkeleton.module.css';

const ROWS = Array.from({ length: 14 }, (_, index) => index);
/** Widths of the bars, per cent of their column: uneven, as words are. */
const BARS = [60, 46, 72, 80, 68, 74, 62, 50];

export function OrdersSkeleton() {
  const t = useText().orders.states;
  return (
    <div className={`${states.skeleton} ${classes.rows}`} role="status" aria-label={t.loading}>
      {ROWS.map((row) => (
        <div key={row} className={states.skeletonRow} aria-hidden>
          {BARS.map((width, column) => (
            <span key={column} style={{ width: `${width + ((row * 7 + column * 5) % 18)}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
