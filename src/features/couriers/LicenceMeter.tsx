/** How many licences are used of how many, drawn as a bar; its colour never says more than its words. */
import type { LicenceUse } from '#src/domain/licenceUse.ts';
import classes from './LicenceMeter.module.css';

/** `wide`: as wide as what it stands in; else a small one, which a phone has no room for. */
export function LicenceMeter({ use, wide = false }: { use: LicenceUse; wide?: boolean }) {
  const { used, total, level } = use;
  const part = total === null || total <= 0 ? 0 : Math.min(1, used / total);
  return (
    <span className={classes.meter} data-level={level} data-wide={wide || undefined} aria-hidden>
      <span style={{ width: `${part * 100}%` }} />
    </span>
  );
}
