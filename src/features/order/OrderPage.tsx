/** An order's card as a page of its own: its link was opened by itself. */
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import type { System } from '#src/contracts/feed.ts';
import { paths } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { OrderCard } from './OrderCard.tsx';
import { UnknownOrder } from './UnknownOrder.tsx';
import classes from './OrderFrames.module.css';

const HEADING = 'order-page-title';

/** `system` null: the link names none that Pult knows. */
export function OrderPage({ system, id }: { system: System | null; id: string }) {
  const t = useWords(orderWords).frame;
  const { search } = useLocation();
  return (
    <div className={classes.page}>
      <nav className={classes.crumb} aria-label={t.back} data-screen-only>
        <Link to={{ pathname: paths.orders, search }}>
          <IconArrowLeft size={15} stroke={1.8} aria-hidden />
          {t.back}
        </Link>
      </nav>
      <div className={classes.sheet}>
        {system === null ? (
          <UnknownOrder system={null} id={id} headingId={HEADING} />
        ) : (
          <OrderCard key={`${system}:${id}`} system={system} id={id} headingId={HEADING} ways={null} />
        )}
      </div>
    </div>
  );
}
