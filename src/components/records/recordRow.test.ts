/** What iRECA is sent of a record, and what of the reading back is another thing. */
import { describe, expect, it } from 'vitest';
import { clientsList, goodsList, paymentTypesList } from './keptLists.ts';
import { couriersList, warehousesList } from './ownPageLists.ts';
import type { DeclaredList } from './declare.ts';
import { goodSchema } from '#src/contracts/ireca/catalogue.ts';
import type { Row } from '#src/contracts/wire.ts';
import { blankDraft, draftOf } from '#src/domain/recordDraft.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import { isUnseen, keptOtherwise, refusedKey, rowOf, settledValues } from '#src/domain/recordRow.ts';

const newRow = ({ fields }: DeclaredList, typed: DraftValues) =>
  rowOf(fields, settledValues(fields, { ...blankDraft(fields), ...typed }), null);

/** As in iRECA's sample, with what Pult does not know and one unreadable field. */
const RAW: Row = {
  parentId: null,
  goodId: '355866',
  article: 'G-567',
  taxId: '8284',
  calcId: 0,
  title: 'Варенье вишня FL',
  unit: 'г',
  weight: '370',
  multiplicity: {},
  price: '179.50',
  description: '',
  imageUrl: { odd: true },
  isActive: 1,
  vedCode: '2007',
};
const { fields } = goodsList;
const base = { raw: RAW, values: draftOf(fields, goodSchema.parse(RAW)) };
const edited = (part: DraftValues) => rowOf(fields, settledValues(fields, { ...base.values, ...part }), base);

describe('rowOf a new record', () => {
  it('is in the documented form, and names even what is empty', () => {
    expect(
      newRow(goodsList, {
        goodId: '12',
        title: ' Чай ',
        price: 17_950,
        taxId: '8284',
        calcId: '4',
        weight: 0.37,
        multiplicity: 1,
        warehouses: [{ warehouseId: '1', count: 5 }],
      }),
    ).toEqual({
      goodId: '12',
      title: 'Чай',
      article: '',
      parentId: null,
      description: '',
      price: 179.5,
      taxId: '8284',
      calcId: 4,
      unit: '',
      weight: '0.37',
      multiplicity: 1,
      warehouses: [{ warehouseId: '1', count: 5 }],
      imageUrl: '',
      imageBigUrl: '',
    });
  });

  it('leaves numbers, places and stock that nobody typed to iRECA', () => {
    const row = newRow(goodsList, { goodId: '12', title: 'Чай', price: 0, taxId: '1' });
    for (const key of ['weight', 'multiplicity', 'warehouses']) expect(row).not.toHaveProperty(key);
    expect(newRow(warehousesList, { warehouseId: '1', title: 'Склад' })).not.toHaveProperty('latitude');
  });

  it('puts a place into its two halves', () => {
    const row = newRow(warehousesList, { warehouseId: '1', latitude: { latitude: 59.9, longitude: 30.3 } });
    expect(row).toMatchObject({ latitude: 59.9, longitude: 30.3 });
  });

  it('calls a person without a company by their own name, and nests the address', () => {
    const person = { clientId: '7', firstname: 'Анна', lastname: 'Белова ', birthday: '1986-01-14' };
    expect(newRow(clientsList, person)).toMatchObject({ title: 'Анна Белова' });
    expect(newRow(clientsList, person)).not.toHaveProperty('addressEntity');
    expect(
      newRow(clientsList, { ...person, title: 'ООО «Снег»', 'addressEntity.city': 'Выборг' }),
    ).toMatchObject({
      title: 'ООО «Снег»',
      addressEntity: { city: 'Выборг' },
    });
  });

  it('writes ids of dictionaries as numbers, as the samples have them', () => {
    expect(newRow(paymentTypesList, { paymentTypeId: '9', title: 'Карта', closeTypeId: '2' })).toEqual({
      paymentTypeId: '9',
      title: 'Карта',
      closeTypeId: 2,
    });
  });

  it('sends a password as it was typed', () => {
    expect(newRow(couriersList, { courierId: '1', sourcePassword: ' a b ' })).toMatchObject({
      sourcePassword: ' a b ',
      roleId: null,
    });
  });
});

describe('rowOf a record that exists', () => {
  it('keeps all that Pult does not know or could not read, and adds nothing', () => {
    expect(edited({ title: 'Варенье' })).toEqual({
      ...RAW,
      title: 'Варенье',
      multiplicity: null,
      price: 179.5,
    });
  });

  it('writes what was changed in the documented form, and a number where a number stood', () => {
    expect(edited({ calcId: '4', weight: 0.5, taxId: '9', imageUrl: 'https://a.b/c' })).toMatchObject({
      calcId: 4,
      weight: '0.5',
      taxId: '9',
      imageUrl: 'https://a.b/c',
    });
    expect(edited({ weight: null, taxId: '', parentId: '' })).toMatchObject({ weight: '', taxId: null });
  });

  it('sends the stock only when it was touched, and keeps what its lines hold besides', () => {
    const raw = { ...RAW, warehouses: [{ warehouseId: '1', count: 3, shelf: 'A' }] };
    const over = { raw, values: { ...base.values, warehouses: [{ warehouseId: '1', count: 3 }] } };
    const row = (lines: readonly { warehouseId: string; count: number }[]) =>
      rowOf(fields, { ...over.values, warehouses: lines }, over)['warehouses'];
    expect(row([{ warehouseId: '1', count: 3 }])).toBe(raw.warehouses);
    expect(row([{ warehouseId: '1', count: 4 }])).toEqual([{ warehouseId: '1', count: 4, shelf: 'A' }]);
    expect(row([])).toEqual([]);
  });

  it('leaves an unknown place as iRECA writes it, and writes 0, 0 for one that was taken away', () => {
    const raw: Row = {
      warehouseId: '1',
      title: 'С',
      latitude: '0.00000000000000',
      longitude: '0.00000000000000',
    };
    const values = { ...blankDraft(warehousesList.fields), warehouseId: '1', title: 'С' };
    const none = { raw, values };
    expect(rowOf(warehousesList.fields, values, none)).toEqual(raw);
    const known = { raw, values: { ...values, latitude: { latitude: 59, longitude: 30 } } };
    expect(rowOf(warehousesList.fields, values, known)).toMatchObject({ latitude: 0, longitude: 0 });
  });

  it('leaves a password out that was not typed', () => {
    const raw: Row = { courierId: '1', title: 'А', email: 'a@b.c', phone: '1' };
    const values = {
      ...blankDraft(couriersList.fields),
      courierId: '1',
      title: 'А',
      email: 'a@b.c',
      phone: '1',
    };
    const row = rowOf(couriersList.fields, values, { raw, values });
    expect(row).toEqual(raw);
  });

  it('keeps the parts of an address that the form does not show', () => {
    const raw: Row = { clientId: 7, addressEntity: { postindex: '188800', city: 'Выборг' } };
    const values = { ...blankDraft(clientsList.fields), clientId: '7', 'addressEntity.city': 'Выборг' };
    const row = rowOf(clientsList.fields, { ...values, 'addressEntity.city': 'Псков' }, { raw, values });
    expect(row).toEqual({ clientId: 7, addressEntity: { postindex: '188800', city: 'Псков' } });
  });

  it('may hold some fields of the list only', () => {
    const some = fields.filter(({ key }) => key === 'title');
    expect(rowOf(some, { title: 'Мёд' }, base)).toEqual({ ...RAW, title: 'Мёд' });
  });
});

describe('keptOtherwise', () => {
  const sent = settledValues(fields, { ...base.values, title: 'Мёд', price: 100 });

  it('names what iRECA holds otherwise, and nothing that was not sent', () => {
    expect(keptOtherwise(fields, sent, { ...sent, price: 101 }, base)).toEqual(['price']);
    expect(keptOtherwise(fields, sent, sent, base)).toEqual([]);
    const fresh = { ...blankDraft(fields), title: 'Мёд' };
    // iRECA fills in what was left to it.
    expect(keptOtherwise(fields, fresh, { ...fresh, multiplicity: 1 }, null)).toEqual([]);
  });

  it('takes a phone for the same however it is written, and never looks at a password', () => {
    const courier = { ...blankDraft(couriersList.fields), phone: '8 912 345-67-89', sourcePassword: 'x' };
    const kept = { ...courier, phone: '+79123456789', sourcePassword: '' };
    expect(keptOtherwise(couriersList.fields, courier, kept, null)).toEqual([]);
    expect(keptOtherwise(couriersList.fields, courier, { ...kept, phone: '+7' }, null)).toEqual(['phone']);
  });

  it('tells what iRECA does not speak of from what it holds otherwise', () => {
    expect(isUnseen(RAW, 'warehouses')).toBe(true);
    expect(isUnseen(RAW, 'title')).toBe(false);
    expect(isUnseen({ addressEntity: null }, 'addressEntity.city')).toBe(true);
  });
});

describe('refusedKey', () => {
  const labels = { title: 'Наименование', price: 'Цена', taxId: 'Налоговая ставка' };
  it.each([
    ['Необходимо заполнить «title».', 'title'],
    ['Необходимо заполнить «Parent Id».', 'parentId'],
    ['Необходимо заполнить «Цена».', 'price'],
    ['Значение «price» должно быть числом.', 'price'],
    ['Запись с goodId «5» уже существует.', 'goodId'],
    ['Налоговая ставка с taxId «1» не существует.', 'taxId'],
    ['Модель не существует', null],
    ['Ошибка базы данных', null],
  ])('%s → %s', (message, key) => {
    expect(refusedKey(fields, message, labels)).toBe(key);
  });

  it('finds a field inside another by its own name', () => {
    expect(refusedKey(clientsList.fields, 'Необходимо заполнить «city».', {})).toBe('addressEntity.city');
  });
});
