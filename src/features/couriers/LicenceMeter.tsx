/** How many licences are used of how many, drawn as a bar; its colour never says more than its words. */
import type { LicenceUse } from '#src/domain/licenceUse.ts';
import classes from './Licences.module.css';

export function LicenceMeter({ use }: { use: LicenceUse }) {
  const { used, total, level } = use;
  const part = total === null || total <= 0 ? 0 : Math.min(1, used / total);
  return (
    <span className={classes.meter} data-level={level} aria-hidden>
      <span style={{ width: `${part * 100}%` }} />
    </span>
  );
}
