/** A value of an order's story as plain text: for the lines on screen and for the cells of a file. */
import type { Client } from '#src/contracts/ireca/clients.ts';
import type { Format } from '#src/components/format/useFormat.ts';
import type { IdKind, StoryValue } from '#src/domain/orderChange.ts';
import type { story } from '#src/locales/ru/story.ts';
import { partsText } from './partsText.ts';

type StoryWords = Pick<typeof story, 'values' | 'parts'>;

/** Statuses are the one kind of value that has a word of its own for «nothing». */
const STATUSES = new Set(['deliveryStatusId', 'currentStatusType']);

export type StoryTextContext = {
  words: StoryWords;
  format: Pick<Format, 'money' | 'dateTime' | 'phone'>;
  /** The title of an id. */
  titleOf: (of: IdKind, id: string) => string;
};

/** @param field the upstream's name of what has this value. */
export function storyText(field: string, value: StoryValue, context: StoryTextContext): string {
  const { words, format, titleOf } = context;
  switch (value.kind) {
    case 'unsaid':
      return words.values.unsaid;
    case 'nothing':
      return STATUSES.has(field) ? words.values.noStatus : words.values.nothing;
    case 'id':
      return titleOf(value.of, value.id);
    case 'flag':
      return value.on ? words.values.yes : words.values.no;
    case 'money':
      return format.money(value.kopecks);
    case 'time':
      return format.dateTime(value.at);
    case 'phone':
      return format.phone(value.phone);
    case 'parts':
      return partsText(value.parts, words.parts);
    case 'text':
    case 'raw':
      return value.text;
  }
}

/** 0 and 1 in words; whatever else comes, with its number. */
export function printedTitle(id: string, { values }: StoryWords): string {
  return id === '1' ? values.printed : id === '0' ? values.notPrinted : values.state(id);
}

/** The client's name or company; one that the list does not know, by number. */
export function clientName(
  id: string,
  clients: readonly Pick<Client, 'clientId' | 'firstname' | 'lastname' | 'title'>[] | undefined,
  { values }: StoryWords,
): string {
  const client = clients?.find(({ clientId }) => clientId === id);
  const person = client ? `${client.firstname} ${client.lastname}`.trim() : '';
  return person || client?.title || values.client(id);
}
