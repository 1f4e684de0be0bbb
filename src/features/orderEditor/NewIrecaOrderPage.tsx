/** The form of a new iRECA order. */
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { ReadOrder } from '#src/api/order.ts';
import { blankOrder, copyOf, fromOrder } from '#src/domain/orderForm.ts';
import { DispatchersOnly, OpenedOrder } from './EditorGate.tsx';
import { NewOrderForm } from './NewOrderForm.tsx';

const BLANK = blankOrder();

/** With `?copy=<orderId>` it begins as a copy of that order. */
export function NewIrecaOrderPage() {
  const [search] = useSearchParams();
  const copied = search.get('copy');
  const [round, setRound] = useState(0);
  const another = () => setRound((before) => before + 1);
  if (copied) {
    return (
      <DispatchersOnly>
        <OpenedOrder key={`${copied} ${round}`} orderId={copied}>
          {(read) => <CopyForm read={read} onAnother={another} />}
        </OpenedOrder>
      </DispatchersOnly>
    );
  }
  return (
    <DispatchersOnly>
      <NewOrderForm key={round} name="order.new" initial={BLANK} copiedFrom={null} onAnother={another} />
    </DispatchersOnly>
  );
}

function CopyForm({ read, onAnother }: { read: ReadOrder; onAnother: () => void }) {
  const { timeZone } = useAppConfig();
  const initial = useMemo(() => copyOf(fromOrder(read.order, timeZone)), [read, timeZone]);
  const { orderId } = read.order;
  return (
    <NewOrderForm
      name={`order.copy.${orderId}`}
      initial={initial}
      copiedFrom={orderId}
      onAnother={onAnother}
    />
  );
}
