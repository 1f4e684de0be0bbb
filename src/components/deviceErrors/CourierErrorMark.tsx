/** The mark on a courier whose terminal or recorder failed and nobody has looked yet: a count that leads to the errors. */
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { deviceErrorsAddress } from '#src/lib/paths.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useUnseenErrors } from './useUnseenErrors.ts';
import classes from './CourierErrorMark.module.css';

type CourierErrorMarkProps = {
  /** iRECA's. */
  courierId: string;
  /** Of the courier, for screen readers. */
  name: string;
  /** `corner` lies over the corner of a picture, `chip` stands in a line of words and says what it counts. */
  look: 'corner' | 'chip';
  tabIndex?: number;
};

/** Shows nothing while there is nothing new, or the courier is not on shift. */
export function CourierErrorMark({ courierId, name, look, tabIndex }: CourierErrorMarkProps) {
  const t = useWords(deviceErrorsWords).mark;
  const count = useUnseenErrors().byCourier.get(courierId)?.length ?? 0;
  if (count === 0) return null;
  return (
    <Link
      className={classes.mark}
      data-look={look}
      data-error-mark={courierId}
      to={deviceErrorsAddress({ courier: courierId })}
      title={t.title(count)}
      aria-label={t.open(count, name)}
      tabIndex={tabIndex}
    >
      <IconAlertTriangleFilled size={look === 'corner' ? 9 : 13} aria-hidden />
      {look === 'corner' ? count : t.chip(count)}
    </Link>
  );
}
