/** An honest note that nobody has this number, with what still hangs on it and the way back. */
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import look from '#src/components/buttons/deedButton.module.css';
import { paths } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CourierHead.module.css';
import type { CourierPageData } from './useCourierPage.ts';

const DEED = `${look.deed} ${classes.deed}`;

type Props = { courierId: string; page: CourierPageData; onHandOver: () => void };

export function UnknownCourier({ courierId, page, onHandOver }: Props) {
  const words = useWords(courierPageWords);
  const t = words.unknown;
  const mayCommand = useMay('dispatcher');
  const open = page.day?.open.length ?? 0;
  return (
    <section className={classes.unknown}>
      <IconUserQuestion size={34} stroke={1.4} aria-hidden />
      <div role="alert">
        <h2>{page.isSetAside ? words.nameless(courierId) : t.title}</h2>
        <p>{page.isSetAside ? t.setAside : t.lead(courierId)}</p>
        {open > 0 && <p>{t.orders(open)}</p>}
      </div>
      <div className={classes.unknownWays}>
        {open > 0 && mayCommand && (
          <button type="button" className={DEED} data-main onClick={onHandOver}>
            {words.deeds.handOver(open)}
          </button>
        )}
        <Link className={DEED} to={paths.couriers}>
          {t.toList}
        </Link>
      </div>
    </section>
  );
}
