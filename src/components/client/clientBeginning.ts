/** What a new client begins with, and which of its fields a refusal is about. */
import type { TypedClient } from '#src/domain/newClient.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import type { ClientBeginning } from './NewClientForm.tsx';

/** What was searched for in vain is a phone, an e-mail, or a name; the name's order is «Имя Фамилия». */
export function beginClient({ firstname, lastname, email, typed }: ClientBeginning): TypedClient {
  const begun: TypedClient = {
    clientId: '',
    title: '',
    firstname,
    lastname,
    birthday: '',
    inn: '',
    phone: '',
    email,
    description: '',
  };
  const text = typed.trim();
  if (text === '') return begun;
  if (text.includes('@')) return { ...begun, email: text };
  if (/^[\d\s()+-]+$/.test(text) && phoneDigits(text) !== null) return { ...begun, phone: text };
  const [first = '', ...rest] = text.split(/\s+/);
  return { ...begun, firstname: firstname || first, lastname: lastname || rest.join(' ') };
}

/** Words by which iRECA may name a field in its refusal: the field's own name, or Russian (assumption). */
const NAMED: readonly (readonly [keyof TypedClient, string])[] = [
  ['clientId', 'clientId|идентификатор\\p{L}*|номер клиента'],
  ['firstname', 'firstname|имя|имени'],
  ['lastname', 'lastname|фамили\\p{L}+'],
  ['birthday', 'birthday|рождени\\p{L}+'],
  ['inn', 'inn|инн'],
  ['phone', 'phone|телефон\\p{L}*'],
  ['email', 'e-?mail|почт\\p{L}+'],
  ['title', 'title|компани\\p{L}+|наименовани\\p{L}+'],
];

/** As words of their own: there is «инн» in «длинный». */
const PATTERNS = NAMED.map(
  ([field, words]) => [field, new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu')] as const,
);

/** The field that a refusal names; null when it names none, or there is no refusal. */
export function namedField(refusal: string): keyof TypedClient | null {
  if (refusal === '') return null;
  return PATTERNS.find(([, words]) => words.test(refusal))?.[0] ?? null;
}
