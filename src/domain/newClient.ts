/** A client that is being typed, until iRECA has taken it. */
import type { Client, NewClient } from '#src/contracts/ireca/clients.ts';
import { innError } from '#src/domain/inn.ts';
import { phoneDigits } from '#src/lib/phone.ts';

/** `birthday` is a calendar day, `1986-01-14`; '' = nothing typed. */
export type TypedClient = Omit<NewClient, 'addressEntity'>;

export type ClientError =
  | 'required'
  | 'idShape'
  | 'idTaken'
  | 'birthdayShape'
  | 'birthdayFuture'
  | 'innLength'
  | 'innDigits'
  | 'emailShape'
  | 'phoneShape';
export type ClientErrors = Partial<Record<keyof TypedClient, ClientError>>;

/** The number after the largest one (assumption: ids are numbers given by this side, iRECA API text «в вашей системе»). */
export function nextClientId(clients: readonly Pick<Client, 'clientId'>[]): string {
  let largest = 0;
  for (const { clientId } of clients) {
    const number = Number(clientId);
    if (Number.isSafeInteger(number) && number > largest) largest = number;
  }
  return String(largest + 1);
}

/** The company is required (iRECA API text); a person without one is called by their own name. */
export const namedClient = (typed: TypedClient): TypedClient => ({
  ...typed,
  title: typed.title.trim() || [typed.firstname.trim(), typed.lastname.trim()].filter(Boolean).join(' '),
});

/**
 * What is wrong, by field. Required (iRECA API text): id, company, both names, birthday; the rest is checked only when
 * it is there.
 * @param today `2026-11-21`.
 */
export function checkClient(
  typed: TypedClient,
  clients: readonly Pick<Client, 'clientId'>[],
  today: string,
): ClientErrors {
  const errors: ClientErrors = {};
  const id = typed.clientId.trim();
  if (id === '') errors.clientId = 'required';
  else if (!/^[1-9]\d*$/.test(id) || !Number.isSafeInteger(Number(id))) errors.clientId = 'idShape';
  else if (clients.some(({ clientId }) => clientId === id)) errors.clientId = 'idTaken';
  for (const field of ['firstname', 'lastname', 'birthday'] as const)
    if (typed[field].trim() === '') errors[field] = 'required';
  if (!errors.birthday) {
    const day = Date.parse(`${typed.birthday}T00:00:00Z`);
    const real = !Number.isNaN(day) && new Date(day).toISOString().startsWith(typed.birthday);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.birthday) || !real) errors.birthday = 'birthdayShape';
    else if (typed.birthday > today) errors.birthday = 'birthdayFuture';
  }
  const inn = typed.inn.trim() === '' ? null : innError(typed.inn);
  if (inn) errors.inn = inn === 'length' ? 'innLength' : 'innDigits';
  if (typed.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email.trim()))
    errors.email = 'emailShape';
  if (typed.phone.trim() !== '' && phoneDigits(typed.phone) === null) errors.phone = 'phoneShape';
  return errors;
}
