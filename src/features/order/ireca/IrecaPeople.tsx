/** The people of an iRECA order: the client, the courier, and whose goods they are. */
import type { UsedTitles } from '#src/components/orders/useOrderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts } from '../parts/Facts.tsx';
import { PhoneLink } from '../parts/PhoneLink.tsx';
import { Section } from '../parts/Section.tsx';

export function IrecaPeople({ order, titles }: { order: IrecaOrder; titles: UsedTitles }) {
  const words = useWords(orderWords);
  const { client: c, people: t } = words;
  const { client } = order;
  const name = client ? `${client.firstname} ${client.lastname}`.trim() : '';
  const courier = order.courierId === null ? null : titles.courierOf(order.courierId);
  const supplier = order.supplierId === null ? null : titles.supplierOf(order.supplierId);
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          { label: c.title, value: name || words.glance.noClient },
          {
            label: c.phone,
            value: order.phone === '' ? words.glance.noPhone : <PhoneLink phone={order.phone} />,
          },
          {
            label: c.email,
            value: client?.email && <a href={`mailto:${client.email}`}>{client.email}</a>,
          },
          { label: c.inn, value: client?.inn },
          { label: c.number, value: order.clientId },
          {
            label: t.courier,
            value: order.courierId === null ? words.glance.nobody : titles.courier(order.courierId),
          },
          { label: t.courierPhone, value: courier?.phone && <PhoneLink phone={courier.phone} /> },
          { label: t.supplier, value: order.supplierId && titles.supplier(order.supplierId) },
          { label: t.supplierInn, value: supplier?.inn },
          { label: t.supplierPhone, value: supplier?.phone && <PhoneLink phone={supplier.phone} /> },
        ]}
      />
    </Section>
  );
}
