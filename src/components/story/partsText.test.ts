import { expect, it } from 'vitest';
import { story } from '#src/locales/ru/story.ts';
import { partsText } from './partsText.ts';

const said = (parts: Record<string, string>) =>
  partsText(
    Object.entries(parts).map(([name, text]) => ({ name, text })),
    story.parts,
  );

it('says an address as people do', () => {
  expect(said({ street: 'Невский пр.', home: '10', apartment: '5', city: 'Санкт-Петербург' })).toBe(
    'Невский пр., д. 10, кв. 5, Санкт-Петербург',
  );
  expect(said({ home: '10', latitude: '59.92088839350768', longitude: '30.33911295248004' })).toBe(
    'д. 10, точка 59.92089, 30.33911',
  );
});

it('calls (0, 0) no point, and shows half a point and unknown parts as they stand', () => {
  expect(said({ street: 'Невский пр.', latitude: '0.00000000000000', longitude: '0' })).toBe(
    'Невский пр., без точки на карте',
  );
  expect(said({ latitude: '59.9', floor: '3' })).toBe('floor: 3, latitude: 59.9');
  expect(said({ lastname: 'Иванов', firstname: 'Алексей', inn: '7801' })).toBe('Иванов, Алексей, ИНН 7801');
});
