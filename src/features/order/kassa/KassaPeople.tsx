/** The people of a Kassa order: the client, and who of the staff has it. */
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import { formatPhone } from '#src/lib/phone.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts } from '../parts/Facts.tsx';
import { PhoneLink } from '../parts/PhoneLink.tsx';
import { Section } from '../parts/Section.tsx';
import { wordFor } from '../parts/useCardFormat.ts';

type Person = NonNullable<WholeOrder['client']>;

const nameOf = ({ lastName, firstName, patronymic }: Person) =>
  [lastName, firstName, patronymic].filter((part) => part !== '').join(' ');

const NOBODY = {
  lastName: '',
  firstName: '',
  patronymic: '',
  phone: '',
  email: '',
  organizationName: '',
  organizationInn: '',
  organizationId: null,
  address: '',
  loyalty: '',
  comment: '',
  status: '',
};

export function KassaClient({ order }: { order: WholeOrder }) {
  const words = useWords(orderWords);
  const t = words.client;
  const client = order.client;
  const person = client ?? NOBODY;
  const name = client ? nameOf(client) : '';
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          { label: t.name, value: name || order.clientName || words.glance.noClient },
          {
            label: t.phone,
            value: person.phone === '' ? words.glance.noPhone : <PhoneLink phone={person.phone} />,
          },
          { label: t.email, value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
          { label: t.asWritten, value: name !== '' && order.clientName },
          { label: t.organization, value: person.organizationName },
          { label: t.inn, value: person.organizationInn },
          { label: t.loyalty, value: person.loyalty },
          { label: t.status, value: wordFor(t.statuses, person.status) ?? person.status },
          { label: t.number, value: order.clientId },
          { label: words.kassa.personNumber, value: client?.id !== order.clientId && client?.id },
          { label: t.organizationId, value: person.organizationId },
          { label: t.address, value: person.address, wide: true },
          { label: t.comment, value: person.comment, wide: true },
        ]}
      />
    </Section>
  );
}

export function KassaResponsible({ order }: { order: WholeOrder }) {
  const words = useWords(orderWords);
  const t = words.kassa;
  const person = order.responsiblePerson;
  const phone = person ? person.phoneNumber || person.phone : '';
  return (
    <Section title={t.responsible}>
      <Facts
        facts={[
          { label: words.client.name, value: (person && nameOf(person)) || words.glance.nobody },
          { label: t.staffPhone, value: phone !== '' && <PhoneLink phone={phone} /> },
          { label: t.role, value: person?.userRole },
          { label: t.position, value: person?.position },
          {
            label: t.login,
            value: order.responsiblePersonLogin !== null && formatPhone(order.responsiblePersonLogin),
          },
          { label: words.client.email, value: person?.email },
          { label: words.client.organizationId, value: person?.organizationId },
          { label: t.rolePerms, value: person?.rolePerms },
          { label: t.personNumber, value: person?.id },
        ]}
      />
    </Section>
  );
}
