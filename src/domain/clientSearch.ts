/** Finding a client by what a dispatcher hears on the phone: a name, a company, a phone, an ИНН. */
import type { Client } from '#src/contracts/ireca/clients.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

type Entry = { client: Client; words: string; phone: string };
export type ClientIndex = readonly Entry[];

/** Made once per list. */
export const clientIndex = (clients: readonly Client[]): ClientIndex =>
  clients.map((client) => ({
    client,
    words: fold(
      [client.title, client.lastname, client.firstname, client.inn, client.email, client.clientId].join(' '),
    ),
    phone: phoneDigits(client.phone) ?? digitsOf(client.phone),
  }));

/** Fewer digits are in every phone. */
const PHONE_PART = 4;

/** Digits of a phone, or of a part of it, that is being typed: «8 921» and «+7 921» begin the same one. Null = no phone. */
export function phonePart(typed: string): string | null {
  if (/[^\d\s()+-]/.test(typed)) return null;
  const digits = digitsOf(typed);
  if (digits.length < PHONE_PART) return null;
  return digits.length > 4 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits;
}

/**
 * Clients that hold every word of `typed`, or whose phone holds its digits; at most `limit`.
 * @returns `more`: how many others match.
 */
export function searchClients(
  index: ClientIndex,
  typed: string,
  limit: number,
): { shown: Client[]; more: number } {
  const words = fold(typed).split(' ').filter(Boolean);
  const part = phonePart(typed);
  const found = index.filter(
    (entry) =>
      words.every((word) => entry.words.includes(word)) ||
      (part !== null && (entry.phone.includes(part) || entry.phone.includes(digitsOf(typed)))),
  );
  return {
    shown: found.slice(0, limit).map(({ client }) => client),
    more: Math.max(0, found.length - limit),
  };
}

/** What a client is called: the company and who speaks for it, or the person; '' when it has no name at all. */
export function clientTitle(client: Pick<Client, 'title' | 'firstname' | 'lastname'>): string {
  const person = [client.firstname, client.lastname].filter(Boolean).join(' ');
  if (client.title === '' || fold(client.title) === fold(person)) return person;
  return person === '' ? client.title : `${client.title}, ${person}`;
}
