/** What a courier carries, as six small bars: late ones first, in their own colour; beyond six the number tells. */
import { loadSegments } from '#src/components/map/loadSegments.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './LoadBars.module.css';

/** @param props.open open orders of both systems together. @param props.late how many of them are late. */
export function LoadBars({ open, late }: { open: number; late: number }) {
  const t = useText().commands.reason;
  const segments = loadSegments(open, late);
  return (
    <span className={classes.bars} role="img" aria-label={t.loadLabel(open, late)}>
      {segments === null ? (
        <span className={classes.many} data-late={late > 0 || undefined}>
          {open}
        </span>
      ) : (
        segments.map((segment, index) => <i key={index} data-segment={segment} />)
      )}
    </span>
  );
}
