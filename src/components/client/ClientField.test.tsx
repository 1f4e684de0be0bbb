/** A client is found, created or only named. */
// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { renderField } from '#src/testing/formScreen.tsx';
import type { ClientValue } from './ClientField.tsx';
import { ClientField } from './ClientField.tsx';
import { beginClient, namedField } from './clientBeginning.ts';

const CLIENTS = [
  {
    clientId: 3271,
    title: '',
    firstname: 'Алёна',
    lastname: 'Семёнова',
    birthday: '1990-01-01',
    inn: '',
    phone: '89211234567',
    email: 'alena@mail.ru',
  },
  {
    clientId: 3272,
    title: 'ООО «АДМИРАЛ»',
    firstname: 'Олег',
    lastname: 'Быстров',
    birthday: '1986-01-14',
    inn: '7707083893',
    phone: '',
    email: '',
  },
];
const BLANK: ClientValue = { id: null, firstname: '', lastname: '', email: '' };

let clients: unknown[] = [];
let sent: unknown[] = [];
let onPost: (body: unknown) => Response = () => new Response(null, { status: 201 });
const onChosen = vi.fn();
/** The form of the order, around the field. */
const onOrder = vi.fn();

beforeEach(() => {
  clients = CLIENTS;
  sent = [];
  onChosen.mockClear();
  onOrder.mockClear();
  onPost = () => new Response(null, { status: 201 });
  vi.stubGlobal('fetch', (path: string, options: RequestInit = {}) => {
    if (path !== '/api/ireca/clients') return Promise.reject(new Error(path));
    if (options.method !== 'POST') return Promise.resolve(Response.json(clients));
    const body: unknown = JSON.parse(String(options.body));
    sent.push(body);
    return Promise.resolve(onPost(body));
  });
});

const field = (begin = BLANK, error: string | null = null) =>
  renderField(begin, (value, onChange) => (
    <div onSubmit={onOrder}>
      <ClientField
        value={value}
        error={error}
        onChange={(next, chosen) => {
          onChosen(chosen);
          onChange(next);
        }}
      />
    </div>
  ));
const picker = () => screen.getByRole('combobox', { name: 'Клиент' });
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const user = () => userEvent.setup({ delay: null });

describe('searching', () => {
  test('by phone as it is heard; the chosen one stands as a chip and offers its phone', async () => {
    const hand = user();
    const { held } = field();
    await hand.click(picker());
    await hand.paste('+7 921 123');
    await screen.findByRole('option', { name: /Алёна Семёнова/ });
    await hand.keyboard('{Enter}');
    expect(held.value).toEqual({
      id: '3271',
      firstname: 'Алёна',
      lastname: 'Семёнова',
      email: 'alena@mail.ru',
    });
    expect(onChosen).toHaveBeenLastCalledWith({ phone: '89211234567' });
    const chip = screen.getByRole('group', { name: 'Клиент' });
    expect(chip.textContent).toContain('+7 921 123-45-67');
    await waitFor(() => expect(document.activeElement).toBe(button('Сменить клиента')));
    await hand.keyboard('{Enter}');
    expect(held.value).toEqual(BLANK);
    await waitFor(() => expect(document.activeElement).toBe(picker()));
  });

  test('one without a phone offers none', async () => {
    const hand = user();
    field();
    await hand.click(picker());
    await hand.paste('адмирал');
    await screen.findByRole('option', { name: /АДМИРАЛ/ });
    await hand.keyboard('{Enter}');
    expect(onChosen).toHaveBeenLastCalledWith(undefined);
  });

  test('a list that cannot be read is asked for again', async () => {
    const works = fetch;
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        Response.json({ error: { code: 'upstreamRefused', system: 'ireca' } }, { status: 502 }),
      ),
    );
    const hand = user();
    field();
    await hand.click(picker());
    await screen.findByText(/iRECA/);
    vi.stubGlobal('fetch', works);
    await hand.click(button('Повторить'));
    await screen.findByRole('option', { name: /Алёна/ });
  });

  test('a client of an old order that is in no list keeps its number', async () => {
    field({ id: '77', firstname: '', lastname: '', email: '' });
    expect(await screen.findByText('Клиент 77')).toBeTruthy();
  });

  test('the error stands at the field and at the chip', () => {
    const { unmount } = field(BLANK, 'Выберите клиента');
    expect(picker().getAttribute('aria-invalid')).toBe('true');
    unmount();
    field({ ...BLANK, id: '3271' }, 'Модель не существует');
    expect(screen.getByRole('alert').textContent).toBe('Модель не существует');
  });
});

describe('only named on the order', () => {
  test('names and e-mail without an id', async () => {
    const hand = user();
    const { held } = field();
    await hand.click(button('Без записи в списке'));
    await hand.type(box('Имя'), 'Иван');
    await hand.type(box('Фамилия'), 'Петров');
    await hand.type(box('Эл. почта'), 'i@p.ru');
    expect(held.value).toEqual({ id: null, firstname: 'Иван', lastname: 'Петров', email: 'i@p.ru' });
    await hand.click(button('Найти в списке'));
    expect(held.value).toEqual(BLANK);
    expect(picker()).toBeTruthy();
  });

  test('a name that is there already shows its fields', () => {
    field({ ...BLANK, firstname: 'Иван' });
    expect(box('Имя').value).toBe('Иван');
  });
});

describe('a new client', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Новый клиент' }));
  const inDialog = (name: RegExp) => dialog().getByRole<HTMLInputElement>('textbox', { name });
  const fill = async (hand: ReturnType<typeof user>, name: RegExp, text: string) => {
    await hand.click(inDialog(name));
    await hand.paste(text);
  };
  const submit = () => dialog().getByRole('button', { name: 'Создать клиента' });

  test('is begun from the search, sent as documented, and chosen', async () => {
    const hand = user();
    const { held } = field();
    await hand.click(picker());
    await hand.paste('Пётр Новый');
    await hand.click((await screen.findAllByRole('button', { name: 'Новый клиент…' }))[0] as HTMLElement);
    await screen.findByRole('dialog');
    expect(inDialog(/^Имя/).value).toBe('Пётр');
    expect(inDialog(/^Фамилия/).value).toBe('Новый');
    await waitFor(() => expect(inDialog(/^Номер в вашей системе/).value).toBe('3273'));
    await fill(hand, /^День рождения/, '14.01.1986');
    await fill(hand, /^Телефон/, '8 921 000-00-01');
    await fill(hand, /^ИНН/, '500100732259');
    await hand.click(submit());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([
      [
        {
          clientId: '3273',
          title: 'Пётр Новый',
          firstname: 'Пётр',
          lastname: 'Новый',
          birthday: '1986-01-14',
          inn: '500100732259',
          phone: '8 921 000-00-01',
          email: '',
          description: '',
        },
      ],
    ]);
    expect(held.value).toMatchObject({ id: '3273', firstname: 'Пётр', lastname: 'Новый' });
    expect(onChosen).toHaveBeenLastCalledWith({ phone: '8 921 000-00-01' });
    expect(onOrder).not.toHaveBeenCalled();
  });

  test('sends nothing while something is wrong, and says where', async () => {
    const hand = user();
    field();
    await hand.click(button('Новый клиент…'));
    await screen.findByRole('dialog');
    await fill(hand, /^ИНН/, '7707083894');
    await hand.click(submit());
    expect(sent).toEqual([]);
    expect(dialog().getAllByText('Заполните')).toHaveLength(3);
    expect(dialog().getByText(/Контрольные цифры не сходятся/)).toBeTruthy();
    expect(document.activeElement).toBe(inDialog(/^Имя/));
  });

  test.each([
    ['Поле inn: клиент с таким ИНН уже есть', /^ИНН/],
    ['Некорректный телефон', /^Телефон/],
  ])('iRECA’s «%s» stands at its field, nothing typed is lost', async (message, name) => {
    onPost = () =>
      Response.json({ error: { code: 'upstreamRefused', system: 'ireca', message } }, { status: 422 });
    const hand = user();
    const { held } = field({ ...BLANK, firstname: 'Пётр', lastname: 'Новый' });
    await hand.click(button('Новый клиент…'));
    await screen.findByRole('dialog');
    await fill(hand, /^День рождения/, '14.01.1986');
    await hand.click(submit());
    await screen.findByText(message);
    expect(inDialog(name).getAttribute('aria-invalid')).toBe('true');
    expect(inDialog(/^Имя/).value).toBe('Пётр');
    expect(held.value.id).toBeNull();
  });

  test('no answer is told as such: the client may be there', async () => {
    onPost = () => Response.json({ error: { code: 'upstreamTimeout', system: 'ireca' } }, { status: 504 });
    const hand = user();
    field({ ...BLANK, firstname: 'Пётр', lastname: 'Новый' });
    await hand.click(button('Новый клиент…'));
    await screen.findByRole('dialog');
    await fill(hand, /^День рождения/, '14.01.1986');
    await hand.click(submit());
    expect(await screen.findByText(/клиент мог и создаться/)).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});

describe('what the search hands over', () => {
  const begin = { firstname: '', lastname: '', email: '' };
  test.each([
    ['', {}],
    ['8 921 123-45-67', { phone: '8 921 123-45-67' }],
    ['a@b.ru', { email: 'a@b.ru' }],
    ['Пётр', { firstname: 'Пётр', lastname: '' }],
    ['Пётр Новый Младший', { firstname: 'Пётр', lastname: 'Новый Младший' }],
  ])('«%s»', (typed, fields) => expect(beginClient({ ...begin, typed })).toMatchObject(fields));

  test.each([
    ['', null],
    ['Модель не существует', null],
    ['Слишком длинный запрос', null],
    ['Клиент с таким идентификатором уже есть', 'clientId'],
    ['lastname is required', 'lastname'],
    ['Неверная дата рождения', 'birthday'],
    ['Неверный e-mail', 'email'],
    ['Не заполнено имя', 'firstname'],
  ])('«%s» names %s', (refusal, name) => expect(namedField(refusal)).toBe(name));
});
