/** Values of a story as text: in words where we know them, as they came where we do not. */
import { expect, it } from 'vitest';
import { storyValue } from '#src/domain/orderChange.ts';
import { story } from '#src/locales/ru/story.ts';
import { clientName, printedTitle, storyText } from './storyText.ts';

const context = {
  words: story,
  format: {
    money: (kopecks: number) => `${kopecks} коп.`,
    dateTime: (at: number) => new Date(at).toISOString(),
    phone: (raw: string | null) => `т. ${raw}`,
  },
  titleOf: (of: string, id: string) => `${of} ${id}`,
};
const said = (field: string, value: unknown) => storyText(field, storyValue(field, value), context);

it('says each kind of value', () => {
  expect(said('deliveryStatusId', 7)).toBe('delivery 7');
  expect(said('deliveryStatusId', '')).toBe('без статуса');
  expect(said('courierId', {})).toBe('нет');
  expect(said('isAgreed', '1')).toBe('да');
  expect(said('amountToPay', '679.57')).toBe('67957 коп.');
  expect(said('deliveryTimeTo', '2026-11-21 10:00:00')).toBe('2026-11-21T10:00:00.000Z');
  expect(said('phone', '+79111111111')).toBe('т. +79111111111');
  expect(said('addressToEntity', { street: 'Невский пр.', home: '10' })).toBe('Невский пр., д. 10');
  expect(said('unheardOf', { a: 1 })).toBe('{"a":1}');
  expect(storyText('phone', { kind: 'unsaid' }, context)).toBe('не указано');
});

it('names a client by person, by company, by number', () => {
  const client = { clientId: '1', firstname: 'Анна', lastname: 'Белова', title: '' };
  const company = { clientId: '2', firstname: '', lastname: '', title: 'ООО «Сад»' };
  const known = [client, company];
  expect(clientName('1', known, story)).toBe('Анна Белова');
  expect(clientName('2', known, story)).toBe('ООО «Сад»');
  expect(clientName('3', known, story)).toBe('клиент 3');
  expect(clientName('3', undefined, story)).toBe('клиент 3');
});

it('knows two states of printing, and shows another with its number', () => {
  expect(['0', '1', '5'].map((id) => printedTitle(id, story))).toEqual([
    'не распечатан',
    'распечатан',
    'состояние 5',
  ]);
});
