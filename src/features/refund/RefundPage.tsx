/** Giving back goods and money of a delivered iRECA order: the form, or why there is none. */
import { Loader } from '@mantine/core';
import { useParams } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useIrecaOrder } from '#src/api/order.ts';
import { useMay } from '#src/api/session.ts';
import { Barred, BarredFrame } from '#src/components/form/Barred.tsx';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import type { RefundBar } from '#src/domain/refund.ts';
import { refundSheet } from '#src/domain/refund.ts';
import { orderAddress, paths } from '#src/lib/paths.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { RefundForm } from './RefundForm.tsx';
import classes from './refund.module.css';

/** `/orders/ireca/:id/refund`. */
export function RefundPage() {
  const { id = '' } = useParams();
  const may = useMay('dispatcher');
  const { systems } = useAppConfig();
  if (!may) return <BarredRefund why="viewer" id={id} />;
  return systems.ireca ? <RefundOf key={id} id={id} /> : <BarredRefund why="off" id={id} />;
}

function RefundOf({ id }: { id: string }) {
  const t = useWords(refundWords);
  const { data, error, refetch } = useIrecaOrder(id);
  if (data) {
    // What is left changes with every reading; why there is none is only told before the form has begun.
    const { bar } = refundSheet(data.order);
    return bar === null ? <RefundForm read={data} /> : <BarredRefund why={bar} id={id} />;
  }
  if (data === null) return <BarredRefund why="missing" id={id} />;
  return (
    <BarredFrame>
      {error ? (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      ) : (
        <p className={classes.waiting}>
          <Loader size="xs" aria-hidden /> {t.loading}
        </p>
      )}
    </BarredFrame>
  );
}

function BarredRefund({ why, id }: { why: RefundBar | 'viewer' | 'off' | 'missing'; id: string }) {
  const t = useWords(refundWords);
  const { title, text } = t.barred[why];
  const hasCard = why !== 'missing' && why !== 'off';
  return (
    <Barred
      title={title}
      text={text}
      to={hasCard ? orderAddress('ireca', id) : paths.orders}
      back={hasCard ? t.backToOrder : t.backToOrders}
    />
  );
}
