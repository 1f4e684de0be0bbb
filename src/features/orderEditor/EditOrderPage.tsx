/** The form of an iRECA order that exists. */
import { useParams } from 'react-router';
import { DispatchersOnly, OpenedOrder } from './EditorGate.tsx';
import { EditOrderForm } from './EditOrderForm.tsx';

export function EditOrderPage() {
  const { id = '' } = useParams();
  return (
    <DispatchersOnly>
      <OpenedOrder key={id} orderId={id}>
        {(read) => <EditOrderForm read={read} />}
      </OpenedOrder>
    </DispatchersOnly>
  );
}
