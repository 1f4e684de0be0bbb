/** How much is to be picked up at a warehouse, and what of it is late. */
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseList.module.css';

export function WarehouseLoadMark({ load }: { load: WarehouseLoad }) {
  const t = useWords(warehousesWords).row;
  const waiting = load.waiting.length;
  return (
    <span className={classes.load}>
      <span className={classes.waiting} data-none={waiting === 0 || undefined}>
        {waiting === 0 ? t.quiet : t.waiting(waiting)}
      </span>
      {load.late > 0 && <span className={classes.late}>{t.late(load.late)}</span>}
    </span>
  );
}
