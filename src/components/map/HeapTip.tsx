/** What a count of orders on the map says when the pointer is over it. */
import { areaWords } from '#src/locales/areaWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './MapTip.module.css';
import type { Heap } from './pinHeaps.ts';

export function HeapTip({ heap }: { heap: Heap }) {
  const t = useWords(areaWords).heap;
  return (
    <div className={classes.body}>
      <div className={classes.number}>{t.orders(heap.pins.length)}</div>
      {heap.late > 0 && <div>{t.late(heap.late)}</div>}
      {heap.risk > 0 && <div>{t.risk(heap.risk)}</div>}
      <div className={classes.quiet}>{t.nearer}</div>
    </div>
  );
}
