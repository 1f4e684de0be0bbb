/** A courier's initials in a circle. Decoration only: the name always stands beside it or in its label. */
import { initials } from '#src/lib/text.ts';
import classes from './badges.module.css';

/**
 * @param props.off true when the courier is not on shift: a dashed, pale circle.
 * @param props.size diameter in px.
 */
export function CourierAvatar({
  name,
  off = false,
  size = 22,
}: {
  name: string;
  off?: boolean;
  size?: number;
}) {
  return (
    <span
      className={classes.avatar}
      data-off={off || undefined}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      aria-hidden
    >
      {initials(name) || '?'}
    </span>
  );
}
