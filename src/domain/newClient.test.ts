import { describe, expect, it } from 'vitest';
import type { TypedClient } from '#src/domain/newClient.ts';
import { checkClient, namedClient, nextClientId } from '#src/domain/newClient.ts';

const TODAY = '2026-11-21';
const right: TypedClient = {
  clientId: '3300',
  title: 'ООО «АДМИРАЛ»',
  firstname: 'Олег',
  lastname: 'Быстров',
  birthday: '1986-01-14',
  inn: '',
  phone: '',
  email: '',
  description: '',
};

describe('checkClient', () => {
  it('lets the required alone pass', () => expect(checkClient(right, [], TODAY)).toEqual({}));
  it('lets all of it pass', () => {
    const whole = { ...right, inn: '7707083893', phone: '8 921 123-45-67', email: 'oleg@mail.ru' };
    expect(checkClient(whole, [{ clientId: '3299' }], TODAY)).toEqual({});
  });

  it.each([
    [{ clientId: ' ' }, { clientId: 'required' }],
    [{ clientId: 'A-1' }, { clientId: 'idShape' }],
    [{ clientId: '0' }, { clientId: 'idShape' }],
    [{ clientId: '99999999999999999999' }, { clientId: 'idShape' }],
    [{ clientId: '3271' }, { clientId: 'idTaken' }],
    [{ firstname: '' }, { firstname: 'required' }],
    [{ lastname: ' ' }, { lastname: 'required' }],
    [{ birthday: '' }, { birthday: 'required' }],
    [{ birthday: '14.01.1986' }, { birthday: 'birthdayShape' }],
    [{ birthday: '1986-02-30' }, { birthday: 'birthdayShape' }],
    [{ birthday: '2026-11-22' }, { birthday: 'birthdayFuture' }],
    [{ inn: '123' }, { inn: 'innLength' }],
    [{ inn: '7707083894' }, { inn: 'innDigits' }],
    [{ email: 'oleg' }, { email: 'emailShape' }],
    [{ phone: '12' }, { phone: 'phoneShape' }],
  ])('%j: %j', (changes, errors) =>
    expect(checkClient({ ...right, ...changes }, [{ clientId: '3271' }], TODAY)).toEqual(errors),
  );
});

it('proposes the number after the largest', () => {
  expect(nextClientId([])).toBe('1');
  expect(nextClientId([{ clientId: '9' }, { clientId: '10' }, { clientId: 'A-77' }])).toBe('11');
});

it('calls a person without a company by their own name', () => {
  expect(namedClient({ ...right, title: ' ' }).title).toBe('Олег Быстров');
  expect(namedClient(right).title).toBe('ООО «АДМИРАЛ»');
});
