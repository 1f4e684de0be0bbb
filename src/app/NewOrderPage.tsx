/** «Новый заказ»: the form of the system that was chosen. */
import { useSearchParams } from 'react-router';
import { NewIrecaOrderPage } from '#src/features/orderEditor/NewIrecaOrderPage.tsx';
import { NewKassaOrderPage } from '#src/features/kassaEditor/NewKassaOrderPage.tsx';

/** `?system=kassa` is the cash desk's form, anything else iRECA's; each form offers the way to the other. */
export function NewOrderPage() {
  const [search] = useSearchParams();
  return search.get('system') === 'kassa' ? <NewKassaOrderPage /> : <NewIrecaOrderPage />;
}
