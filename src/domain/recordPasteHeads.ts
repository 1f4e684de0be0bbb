/** Which field of a list each column of a pasted table holds: known by its head, or by where it stands. */
import type { FieldSpec } from '#src/domain/declaration.ts';
import { headKey } from '#src/domain/orderImportFields.ts';

/** Which field each column holds, by its key; null = the column is left out. */
export type PasteColumns = readonly (string | null)[];

/** What can be pasted: everything but passwords, which have no business in a spreadsheet. */
export const pasteFields = (fields: readonly FieldSpec[]): FieldSpec[] =>
  fields.filter((field) => !field.secret);

/** A record's own number. */
const OWN_ID = 'id | № | n | no | номер | код | ид | идентификатор | number | code';

/** Heads as people and programs write them, beside the field's own words. A word means the first field that has it. */
const HEADS: Record<string, string> = {
  title: 'название | наименование | имя | номенклатура | товар | name | title | причина | роль | ставка',
  article: 'артикул | sku | арт | vendor code',
  parentId:
    'родитель | раздел | группа | категория | id родителя | код родителя | parent | section | category | group',
  description: 'описание | комментарий | примечание | заметка | note | comment',
  price: 'цена | стоимость | розничная цена | цена продажи | price',
  taxId: 'налог | ндс | ставка ндс | налоговая ставка | ставка | vat | tax',
  calcId: 'предмет расчета | признак предмета расчета | calculation subject',
  unit: 'единица | ед | ед изм | единица измерения | unit of measure',
  weight: 'вес | масса',
  multiplicity: 'кратность | шаг | step',
  warehouses: 'остатки | остаток | склады | наличие | stock | warehouses',
  imageUrl: 'картинка | изображение | фото | ссылка на изображение | picture | image | photo',
  imageBigUrl: 'большая картинка | большое изображение | large picture | big image',
  value: 'значение | value',
  firstname: 'имя | first name | given name',
  lastname: 'фамилия | last name | surname',
  birthday: 'день рождения | дата рождения | др | birth date | date of birth | birthday',
  inn: 'инн | tax number | taxpayer number',
  phone: 'телефон | тел | мобильный | мобильный телефон | mobile | phone number',
  email: 'почта | эл почта | электронная почта | e-mail | mail',
  address: 'адрес | address',
  city: 'город | населенный пункт | city | town',
  street: 'улица | street',
  home: 'дом | house | building',
  house: 'дом | house | building',
  apartment: 'квартира | кв | офис | квартира офис | flat | office | apartment',
  closeTypeId: 'закрытие чека | вид оплаты | как закрывает чек | close type',
  latitude: 'точка | координаты | point | coordinates',
};

const lastOf = (key: string) => key.slice(key.lastIndexOf('.') + 1);
const isOwnNumber = (head: string) => {
  const key = headKey(head);
  return key === '' ? /[№#]/.test(head) : OWN_ID.split('|').some((word) => word.trim() === key);
};

/**
 * Which field each column holds; null = not known. A field is taken by its first column only.
 * @param namesOf the words by which a field is known on the screen, in every language.
 * @param idKey the field that holds the record's own id.
 */
export function matchRecordColumns(
  heads: readonly string[],
  fields: readonly FieldSpec[],
  idKey: string,
  namesOf: (key: string) => readonly string[],
): (string | null)[] {
  const fieldOf = new Map<string, string>();
  const learn = (field: FieldSpec, words: readonly string[]) => {
    for (const word of words.map(headKey)) {
      if (word !== '' && !fieldOf.has(word)) fieldOf.set(word, field.key);
    }
  };
  // What the API and the screen call a field goes before what others may call it.
  for (const field of fields) learn(field, [field.key]);
  for (const field of fields) learn(field, namesOf(field.key));
  for (const field of fields) learn(field, [lastOf(field.key)]);
  for (const field of fields) {
    if (field.key !== idKey) learn(field, (HEADS[lastOf(field.key)] ?? '').split('|'));
  }
  const taken = new Set<string>();
  return heads.map((head) => {
    const key = fieldOf.get(headKey(head)) ?? (isOwnNumber(head) ? idKey : undefined);
    if (key === undefined || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

/**
 * Columns of a table without heads: one column holds titles, several stand as in the sample.
 * @param count how many columns there are.
 */
export function columnsInOrder(
  fields: readonly FieldSpec[],
  idKey: string,
  count: number,
): (string | null)[] {
  const only = fields.find(({ key }) => key === 'title') ?? fields.find(({ key }) => key !== idKey);
  if (count === 1 && only) return [only.key];
  return Array.from({ length: count }, (_, at) => fields[at]?.key ?? null);
}
