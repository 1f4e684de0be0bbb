import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import { recordList } from '#src/contracts/records.ts';
import { clientSchema, newClientSchema } from '#src/contracts/ireca/clients.ts';

const client = {
  clientId: 3272,
  title: "ООО 'АДМИРАЛ'",
  firstname: 'Андрей',
  lastname: 'Лекалов',
  birthday: '1986-01-14',
  addressEntity: { postindex: '', city: 'Санкт-Петербург', street: 'пр-кт Луначарского', home: '52' },
  inn: '1234567891',
  phone: '+999999999',
  email: 'lecalov@email.com',
  description: '',
  updatedAt: '2017-08-27 17:52:06',
};

it('reads clients one by one; a birthday stays a calendar day', () => {
  const { records, setAside } = recordList(clientSchema, (row) => row.clientId).parse([
    client,
    { ...client, clientId: 1, addressEntity: {}, birthday: null },
    { title: 'без номера' },
  ]);
  expect(records).toMatchObject([
    { clientId: '3272', birthday: '1986-01-14', addressEntity: { home: '52', latitude: null } },
    { clientId: '1', birthday: '', addressEntity: null },
  ]);
  expect(setAside).toMatchObject([{ path: 'clientId' }]);
});

it('writes a new client as documented', () => {
  const { addressEntity: _address, updatedAt: _at, ...documented } = client;
  expect(z.encode(newClientSchema, newClientSchema.parse(documented))).toEqual({
    ...documented,
    clientId: '3272',
  });
});
