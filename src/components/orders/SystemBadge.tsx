/** Tells an order of iRECA from one of Kassa: a word on a colour of its own. */
import type { System } from '#src/contracts/feed.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './badges.module.css';

/** @param props.system whose order it is. */
export function SystemBadge({ system }: { system: System }) {
  const t = useText().orders;
  return (
    <span className={classes.system} data-system={system}>
      {t.systems[system]}
    </span>
  );
}
