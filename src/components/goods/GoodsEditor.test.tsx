/** Lines of goods as a dispatcher makes them, on the keyboard. */
// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkGoodLine } from '#src/domain/goodLine.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import { renderField, testQueryClient } from '#src/testing/formScreen.tsx';
import { GoodsEditor } from './GoodsEditor.tsx';

const good = (goodId: number, title: string, changes = {}) => ({
  goodId,
  title,
  article: '',
  taxId: '8286',
  unit: 'шт',
  weight: '95',
  multiplicity: 1,
  price: '100.00',
  isActive: 1,
  ...changes,
});
const GOODS = [
  good(1, 'Кофе молотый', {
    article: 'G-500',
    price: 539.78,
    warehouses: [{ warehouseId: '1101', count: 3 }],
  }),
  good(2, 'Сыр', { taxId: '8285', multiplicity: 0.5, unit: 'кг' }),
  good(3, 'Старый кофе', { isActive: 0 }),
];
const PAGE = 500;

let goods: unknown[] = [];
/** Answers of the catalogue, page by page; a test holds one back or fails it. */
let page: (number: number) => Promise<Response> = () => Promise.reject(new Error('not set'));

beforeEach(() => {
  goods = GOODS;
  page = (number) => Promise.resolve(Response.json(goods.slice(number * PAGE, (number + 1) * PAGE)));
  vi.stubGlobal('fetch', (path: string) => {
    const url = new URL(path, 'http://pult');
    const lists: Record<string, unknown> = {
      '/api/ireca/taxes': [
        { taxId: '8285', title: '10%' },
        { taxId: '8286', title: '20%' },
      ],
      '/api/ireca/warehouses': [{ warehouseId: '1101', title: 'На Лиговском', isActive: 1 }],
      '/api/ireca/specificities': [
        { specificityId: '24', title: 'Пакет', value: '', price: '5.00', isActive: 1 },
        { specificityId: '26', title: 'Цвет', value: 'Синий', price: 10.5, isActive: 1 },
        { specificityId: '29', title: 'Пакет старый', value: '', price: 1, isActive: 0 },
      ],
    };
    if (url.pathname === '/api/ireca/goods') return page(Number(url.searchParams.get('page')));
    return Promise.resolve(Response.json(lists[url.pathname] ?? []));
  });
});

const editor = (begin: GoodLine[] = [], checked = false) =>
  renderField<readonly GoodLine[]>(begin, (lines, onChange) => (
    <GoodsEditor
      lines={lines}
      onChange={onChange}
      errors={
        checked ? Object.fromEntries(lines.map((line) => [line.key, checkGoodLine(line) ?? {}])) : undefined
      }
      error={checked && lines.length === 0 ? 'Добавьте хотя бы один товар' : null}
    />
  ));
const picker = () => screen.getByRole('combobox', { name: 'Добавить товар' });
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
/** What the catalogue's list shows; the choices of a tax are options too. */
const found = async (name = 'Товары каталога') => within(await screen.findByRole('listbox', { name }));
const user = () => userEvent.setup({ delay: null });

async function add(hand: ReturnType<typeof user>, typed: string, keys = '{Enter}') {
  await hand.click(picker());
  await hand.paste(typed);
  await (await found()).findByRole('option', { selected: true });
  await hand.keyboard(keys);
}

describe('picking', () => {
  test('type, Enter, count, Enter: and on to the next good', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'кофе');
    expect(document.activeElement).toBe(box('Кол-во, строка 1'));
    await hand.keyboard('3{Enter}');
    expect(document.activeElement).toBe(picker());
    expect(held.value).toHaveLength(1);
    expect(held.value[0]).toMatchObject({ goodId: '1', count: 3, price: 53978, unit: 'шт', taxId: null });
    expect(screen.getByRole('listitem', { name: 'Строка 1: Кофе молотый' }).textContent).toContain(
      '1\u00a0619,34',
    );
  });

  test('shows article, tax, price and stock, and leaves out what is deleted', async () => {
    const hand = user();
    editor();
    await hand.click(picker());
    await hand.paste('кофе');
    const options = await (await found()).findAllByRole('option');
    expect(options).toHaveLength(1);
    for (const fact of ['G-500', '20%', 'На Лиговском: 3', '539,78'])
      await waitFor(() => expect(options[0]?.textContent).toContain(fact));
  });

  test('the same good again raises its count; with Shift it gets a line of its own', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'сыр');
    await add(hand, 'сыр');
    expect(held.value.map(({ count }) => count)).toEqual([1]);
    expect(screen.getByText('Сыр: 1')).toBeTruthy();
    await add(hand, 'сыр', '{Shift>}{Enter}{/Shift}');
    expect(held.value.map(({ count }) => count)).toEqual([1, 0.5]);
  });

  test('arrows choose, Escape closes, the mouse works too', async () => {
    const hand = user();
    const { held } = editor();
    await hand.click(picker());
    await screen.findAllByRole('option');
    await hand.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Сыр');
    expect(picker().getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    );
    await hand.keyboard('{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    await hand.keyboard('{ArrowDown}');
    await hand.click(screen.getByRole('option', { name: /Кофе/ }));
    expect(held.value[0]?.goodId).toBe('1');
  });

  test('a catalogue that is still coming says how far it is, and can be used', async () => {
    goods = Array.from({ length: 700 }, (_, n) => good(n + 1, `Товар ${n + 1}`));
    let come = () => {};
    const first = page;
    page = async (number) => {
      if (number > 0) await new Promise<void>((resolve) => (come = resolve));
      return first(number);
    };
    const hand = user();
    const { held } = editor();
    await hand.click(picker());
    await screen.findByText('Загружено 500…');
    expect(screen.getByText('Ещё 450 – уточните запрос')).toBeTruthy();
    await hand.paste('товар 7');
    await hand.keyboard('{Enter}');
    expect(held.value[0]?.goodId).toBe('7');
    await act(async () => come());
    await hand.click(picker());
    await hand.paste('товар 700');
    await screen.findByRole('option', { name: /Товар 700/ });
    expect(screen.queryByText(/Загружено/)).toBeNull();
  });

  test('a catalogue that cannot be read says so and is asked for again', async () => {
    const works = page;
    page = () =>
      Promise.resolve(
        Response.json({ error: { code: 'upstreamRefused', system: 'ireca' } }, { status: 502 }),
      );
    const hand = user();
    editor();
    await hand.click(picker());
    await screen.findByText(/iRECA/);
    page = works;
    await hand.click(button('Повторить'));
    await screen.findByRole('option', { name: /Сыр/ });
  });
});

describe('lines', () => {
  const two = async (hand: ReturnType<typeof user>) => {
    const shown = editor();
    await add(hand, 'кофе');
    await add(hand, 'сыр');
    return shown;
  };

  test('per cent are kopecks that follow the count and the price', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'кофе');
    await hand.selectOptions(
      screen.getByRole('combobox', { name: 'Скидка или наценка, строка 1' }),
      'discountPercent',
    );
    await hand.type(box('Скидка, проценты, строка 1'), '10');
    expect(held.value[0]?.discountTotal).toBe(-5398);
    await hand.clear(box('Кол-во, строка 1'));
    await hand.type(box('Кол-во, строка 1'), '2');
    expect(held.value[0]?.discountTotal).toBe(-10796);
    await hand.clear(box('Цена, строка 1'));
    await hand.type(box('Цена, строка 1'), '100');
    expect(held.value[0]?.discountTotal).toBe(-2000);
    expect(box('Скидка, проценты, строка 1').value).toBe('10');
    await add(hand, 'кофе');
    expect(held.value[0]).toMatchObject({ count: 3, discountTotal: -3000 });
  });

  test('a surcharge in roubles', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'кофе');
    await hand.selectOptions(
      screen.getByRole('combobox', { name: 'Скидка или наценка, строка 1' }),
      'surchargeSum',
    );
    await hand.type(box('Наценка, рубли, строка 1'), '50,5');
    expect(held.value[0]?.discountTotal).toBe(5050);
    expect(screen.getByText('без наценки 539,78')).toBeTruthy();
  });

  test('the tax is the good’s own until another is chosen', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'сыр');
    const tax = screen.getByRole<HTMLSelectElement>('combobox', { name: 'НДС, строка 1' });
    expect(tax.selectedOptions[0]?.textContent).toBe('10% · как у товара');
    await hand.selectOptions(tax, '20%');
    expect(held.value[0]?.taxId).toBe('8286');
    await hand.selectOptions(tax, '10% · как у товара');
    expect(held.value[0]?.taxId).toBeNull();
  });

  test('arrows in the count go by the good’s step and never to nothing', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'сыр');
    await hand.keyboard('{ArrowUp}');
    expect(held.value[0]?.count).toBe(1);
    await hand.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(held.value[0]?.count).toBe(0.5);
  });

  test('are put in order, copied and taken away by buttons that keep the hand busy', async () => {
    const hand = user();
    const { held } = await two(hand);
    const titles = () => held.value.map(({ title }) => title);
    await hand.click(button('Выше, строка 2'));
    expect(titles()).toEqual(['Сыр', 'Кофе молотый']);
    await hand.click(button('Выше, строка 1'));
    expect(titles()).toEqual(['Сыр', 'Кофе молотый']);
    await hand.click(button('Ниже, строка 1'));
    expect(titles()).toEqual(['Кофе молотый', 'Сыр']);
    await hand.click(button('Повторить строкой, строка 1'));
    expect(titles()).toEqual(['Кофе молотый', 'Кофе молотый', 'Сыр']);
    expect(new Set(held.value.map(({ key }) => key)).size).toBe(3);
    await hand.click(button('Убрать, строка 1'));
    expect(document.activeElement).toBe(box('Кол-во, строка 1'));
    await hand.click(button('Убрать, строка 1'));
    await hand.click(button('Убрать, строка 1'));
    expect(held.value).toEqual([]);
    expect(document.activeElement).toBe(picker());
    expect(screen.getByText('Товаров пока нет')).toBeTruthy();
  });

  test('a line without a good is told by words', async () => {
    const hand = user();
    const { held } = editor();
    await hand.click(button('Строка без товара'));
    expect(document.activeElement).toBe(box('Что это (описание), строка 1'));
    await hand.keyboard('Подъём на этаж');
    expect(held.value[0]).toMatchObject({ goodId: null, description: 'Подъём на этаж', count: 1 });
  });

  test('errors stand at their cells', async () => {
    const hand = user();
    editor([], true);
    expect(screen.getByText('Добавьте хотя бы один товар')).toBeTruthy();
    await add(hand, 'кофе');
    await hand.clear(box('Кол-во, строка 1'));
    await hand.clear(box('Цена, строка 1'));
    expect(box('Кол-во, строка 1').getAttribute('aria-invalid')).toBe('true');
    expect(box('Цена, строка 1').getAttribute('aria-invalid')).toBe('true');
    await hand.type(box('Кол-во, строка 1'), '0,0001');
    await hand.type(box('Цена, строка 1'), '10');
    expect(screen.getByText('Не больше трёх знаков после запятой')).toBeTruthy();
    await hand.clear(box('Кол-во, строка 1'));
    await hand.type(box('Кол-во, строка 1'), '1');
    await hand.type(box('Скидка, рубли, строка 1'), '10,01');
    expect(screen.getByText('Скидка больше суммы строки')).toBeTruthy();
  });

  test('a deleted good keeps its title and says that it is gone', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'сыр');
    const [line] = held.value;
    const old = { ...line, goodId: '3', title: '' } as GoodLine;
    document.body.replaceChildren();
    editor([old]);
    const row = await screen.findByRole('listitem', { name: 'Строка 1: Старый кофе' });
    expect(within(row).getByText('удалён из каталога')).toBeTruthy();
  });

  test('every documented detail can be typed', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'кофе');
    await hand.click(button('Подробности, строка 1'));
    const texts = {
      Единица: ['unit', 'уп'],
      Описание: ['description', 'помол мелкий'],
      'Код ТН ВЭД': ['vedCode', '0901'],
      'Код страны': ['countryCode', '276'],
      'Номер ГТД': ['customDeclarationCode', '10113110/070719/0097367'],
      'Код маркировки': ['markValue', '0104'],
      'Код маркировки, декодированный': ['markBinaryValue', 'RM04'],
    } as const;
    for (const [label, [, text]] of Object.entries(texts)) {
      await hand.clear(box(`${label}, строка 1`));
      await hand.click(box(`${label}, строка 1`));
      await hand.paste(text);
    }
    await hand.clear(box('Вес'));
    await hand.type(box('Вес'), '0,25');
    await hand.selectOptions(
      screen.getByRole('combobox', { name: 'Забрать со склада, строка 1' }),
      'На Лиговском – есть 3',
    );
    expect(held.value[0]).toMatchObject({
      ...Object.fromEntries(Object.values(texts)),
      weight: 0.25,
      warehouseId: '1101',
    });
    await hand.clear(box('Кол-во, строка 1'));
    await hand.type(box('Кол-во, строка 1'), '4');
    expect(screen.getByText('На складе только 3')).toBeTruthy();
  });

  test('properties are found, counted and taken away; their price is not added', async () => {
    const hand = user();
    const { held } = editor();
    await add(hand, 'кофе');
    await hand.click(button('Подробности, строка 1'));
    const field = screen.getByRole('combobox', { name: 'Добавить характеристику' });
    await hand.click(field);
    const list = await found('Характеристики');
    await list.findByRole('option', { name: /Цвет: Синий/ });
    expect(list.getAllByRole('option')).toHaveLength(2);
    await hand.keyboard('пак{Enter}');
    await hand.clear(box('Пакет: количество'));
    await hand.type(box('Пакет: количество'), '2');
    expect(held.value[0]?.specificities).toEqual([
      { specificityId: '24', title: 'Пакет', price: 500, count: 2 },
    ]);
    const row = screen.getByRole('listitem', { name: 'Строка 1: Кофе молотый' });
    expect(row.textContent).toContain('Пакет × 2');
    expect(within(row).getByRole('status').textContent).toBe('539,78');
    await hand.click(button('Пакет: убрать'));
    expect(held.value[0]?.specificities).toEqual([]);
  });
});

test('all of it can be switched off', async () => {
  const hand = user();
  const { held } = editor();
  await add(hand, 'кофе');
  const client = testQueryClient();
  document.body.replaceChildren();
  renderField<readonly GoodLine[]>(
    held.value,
    (lines, onChange) => <GoodsEditor lines={lines} onChange={onChange} disabled />,
    client,
  );
  expect(picker().hasAttribute('disabled')).toBe(true);
  expect(box('Кол-во, строка 1').disabled).toBe(true);
  await hand.click(button('Убрать, строка 1'));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});
