import { describe, expect, it } from 'vitest';
import type { Client } from '#src/contracts/ireca/clients.ts';
import { clientIndex, clientTitle, searchClients } from '#src/domain/clientSearch.ts';

const client = (clientId: string, changes: Partial<Client>): Client => ({
  clientId,
  title: '',
  firstname: '',
  lastname: '',
  birthday: '1986-01-14',
  addressEntity: null,
  inn: '',
  phone: '',
  email: '',
  description: '',
  updatedAt: null,
  ...changes,
});

const CLIENTS = [
  client('1', { firstname: 'Алёна', lastname: 'Семёнова', phone: '8 (921) 123-45-67' }),
  client('2', { title: 'ООО «АДМИРАЛ»', firstname: 'Олег', lastname: 'Быстров', inn: '7707083893' }),
  client('3', { firstname: 'Олег', lastname: 'Иванов', phone: '+79035550101', email: 'oleg@mail.ru' }),
];
const ids = (typed: string) =>
  searchClients(clientIndex(CLIENTS), typed, 50).shown.map(({ clientId }) => clientId);

describe('searchClients', () => {
  it.each([
    ['', ['1', '2', '3']],
    ['олег', ['2', '3']],
    ['иванов олег', ['3']],
    ['алена семенова', ['1']],
    ['адмирал', ['2']],
    ['770708', ['2']],
    ['+7 921 123', ['1']],
    ['89211234567', ['1']],
    ['45-67', ['1']],
    ['oleg@', ['3']],
    ['никто', []],
  ])('«%s» finds %j', (typed, found) => expect(ids(typed)).toEqual(found));

  it('says how many more there are', () =>
    expect(searchClients(clientIndex(CLIENTS), '', 2)).toMatchObject({ shown: { length: 2 }, more: 1 }));
});

describe('clientTitle', () => {
  it.each([
    [{ title: 'ООО «АДМИРАЛ»', firstname: 'Олег', lastname: 'Быстров' }, 'ООО «АДМИРАЛ», Олег Быстров'],
    [{ title: '', firstname: 'Олег', lastname: '' }, 'Олег'],
    [{ title: 'ООО «АДМИРАЛ»', firstname: '', lastname: '' }, 'ООО «АДМИРАЛ»'],
    [{ title: 'Олег Быстров', firstname: 'Олег', lastname: 'Быстров' }, 'Олег Быстров'],
    [{ title: '', firstname: '', lastname: '' }, ''],
  ])('%j is «%s»', (one, title) => expect(clientTitle(one)).toBe(title));
});
