/** Journals as files: what the screen says, cell by cell, times to the second in the named zone. */
import { describe, expect, it } from 'vitest';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { irecaStory } from '#src/domain/orderStory.ts';
import { journals as t } from '#src/locales/ru/journals.ts';
import { changeChoices, filterChanges } from './changesFilter.ts';
import { changesTable, errorsTable } from './journalFile.ts';

const at = Date.UTC(2026, 10, 21, 9, 2, 31);
const error = {
  id: '61',
  at,
  errorCode: '0051',
  errorText: 'Недостаточно средств',
  amount: 67_957,
  orderId: '209900',
  courierId: '27',
  serialNumber: '0010',
  cardNumber: '****1234',
  paymentSystem: 'MIR',
};
const names = { numberOf: (id: string) => `G-${id}`, nameOf: (id: string) => `курьер ${id}` };
const zone = 'Europe/Moscow';

describe('errorsTable', () => {
  it('has a card and a payment system for the terminal only', () => {
    const terminal = errorsTable([error], t, { device: 'terminal', timeZone: zone, ...names });
    expect(terminal.heads[0]).toBe('Время, МСК');
    expect(terminal.rows).toEqual([
      [
        '2026-11-21 12:02:31',
        '0051',
        'Недостаточно средств',
        679.57,
        'G-209900',
        '209900',
        'курьер 27',
        '****1234',
        'MIR',
        '0010',
      ],
    ]);
    const recorder = errorsTable([error], t, { device: 'recorder', timeZone: zone, ...names });
    expect(recorder.heads).not.toContain('Карта');
    expect(recorder.heads).toHaveLength(recorder.rows[0]?.length ?? 0);
  });

  it('leaves cells empty where nothing is known', () => {
    const nothing = { ...error, at: null, amount: null, orderId: null, courierId: null, errorCode: '' };
    const [row] = errorsTable([nothing], t, { device: 'recorder', timeZone: zone, ...names }).rows;
    expect(row).toEqual([null, null, 'Недостаточно средств', null, null, null, null, '0010']);
  });
});

const journal = irecaStory(
  [
    {
      event: 'create',
      source: 'http://site.com',
      courierId: null,
      createdAt: at,
      beforeItem: null,
      afterItem: null,
    },
    {
      event: 'update',
      source: 'API',
      courierId: null,
      createdAt: at + 1000,
      beforeItem: { courierId: '', phone: '+79111111111' },
      afterItem: { courierId: 27, phone: '+79111111112' },
    },
    {
      event: 'update',
      source: 'Application: iRECA Courier',
      courierId: '27',
      createdAt: at + 2000,
      beforeItem: null,
      afterItem: { deliveryStatusId: 7 },
    },
  ],
  [],
).entries;

const said = ({ kind }: StoryEntry['changes'][number]['before']) => kind;

describe('changesTable', () => {
  it('has a row for each changed field, and one for a deed that names none', () => {
    const table = changesTable(journal, t, {
      timeZone: zone,
      number: 'G-1',
      nameOf: names.nameOf,
      fieldTitle: (field) => field,
      valueText: (_field, value) => said(value),
    });
    expect(table.rows).toEqual([
      [
        'G-1',
        '2026-11-21 12:02:33',
        'изменён',
        'курьер 27',
        'Application: iRECA Courier',
        'deliveryStatusId',
        null,
        'id',
      ],
      ['G-1', '2026-11-21 12:02:32', 'изменён', null, 'API', 'courierId', 'nothing', 'id'],
      ['G-1', '2026-11-21 12:02:32', 'изменён', null, 'API', 'phone', 'phone', 'phone'],
      ['G-1', '2026-11-21 12:02:31', 'создан', null, 'http://site.com', null, null, null],
    ]);
  });
});

describe('filterChanges', () => {
  const shown = (wanted: Partial<Parameters<typeof filterChanges>[1]>) =>
    filterChanges(journal, { courier: null, program: null, field: null, ...wanted }).map(
      ({ at: when }) => when - at,
    );

  it('chooses by who, by program and by field, all at once', () => {
    expect(shown({})).toEqual([2000, 1000, 0]);
    expect(shown({ courier: '27' })).toEqual([2000]);
    expect(shown({ program: 'API' })).toEqual([1000]);
    expect(shown({ field: 'phone' })).toEqual([1000]);
    expect(shown({ program: 'API', field: 'deliveryStatusId' })).toEqual([]);
  });

  it('offers what the journal names, and what is chosen though the journal has it no more', () => {
    expect(changeChoices(journal, { courier: null, program: null, field: 'cash' })).toEqual({
      programs: ['Application: iRECA Courier', 'API', 'http://site.com'],
      fields: ['deliveryStatusId', 'courierId', 'phone', 'cash'],
    });
  });
});
