/** An order's card as a page of its own: its link was opened by itself. */
import { useLocation } from 'react-router';
import { Crumb } from '#src/components/format/Crumb.tsx';
import frame from '#src/components/format/CrumbPage.module.css';
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
    <div className={frame.page}>
      <Crumb to={{ pathname: paths.orders, search }}>{t.back}</Crumb>
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
