/** Sums, windows and addresses as a dispatcher types them. */
// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderField } from '#src/testing/formScreen.tsx';
import type { AddressValue } from './AddressFields.tsx';
import { AddressFields, BLANK_ADDRESS } from './AddressFields.tsx';
import { MoneyInput } from './MoneyInput.tsx';
import { WindowFields } from './WindowFields.tsx';

afterEach(() => vi.useRealTimers());

const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('MoneyInput', () => {
  const money = (begin: number | null, signed = false, error: string | null = null) =>
    renderField<number | null>(begin, (value, onChange) => (
      <MoneyInput label="Предоплата" value={value} onChange={onChange} signed={signed} error={error} />
    ));

  test('takes a comma and spaces, and writes the sum out when it is left', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = money(null);
    await user.type(box('Предоплата'), '14 500,5');
    expect(box('Предоплата').value).toBe('14 500,5');
    expect(held.value).toBe(1_450_050);
    await user.tab();
    expect(box('Предоплата').value).toBe('14\u00a0500,50');
  });

  test('keeps the cursor where somebody types in the middle', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = money(150_000);
    const field = box('Предоплата');
    await user.type(field, '9', { initialSelectionStart: 1, initialSelectionEnd: 1 });
    expect(field.value).toBe('19\u00a0500,00');
    expect(field.selectionStart).toBe(2);
    expect(held.value).toBe(1_950_000);
  });

  test('garbage stays as typed, says so once left, marks itself and counts as nothing', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = money(5000);
    const field = box('Предоплата');
    await user.clear(field);
    await user.type(field, 'сто');
    expect(screen.queryByText(/Нужна сумма/)).toBeNull();
    await user.tab();
    expect(field.value).toBe('сто');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.dataset.wrong).toBe('true');
    expect(screen.getByText(/Нужна сумма/)).toBeTruthy();
    expect(held.value).toBeNull();
    await user.clear(field);
    await user.type(field, '100');
    await user.tab();
    expect(field.getAttribute('aria-invalid')).not.toBe('true');
    expect(held.value).toBe(10_000);
  });

  test('below zero only where it may be', async () => {
    const user = userEvent.setup({ delay: null });
    const { held, unmount } = money(null);
    await user.type(box('Предоплата'), '-40');
    await user.tab();
    expect(held.value).toBeNull();
    expect(screen.getByText(/Нужна сумма/)).toBeTruthy();
    unmount();
    const signed = money(null, true);
    await user.type(box('Предоплата'), '-40');
    expect(signed.held.value).toBe(-4000);
  });

  test('a value from elsewhere replaces what was typed', async () => {
    const user = userEvent.setup({ delay: null });
    renderField<number | null>(null, (value, onChange) => (
      <>
        <MoneyInput label="Предоплата" value={value} onChange={onChange} />
        <button type="button" onClick={() => onChange(777)}>
          всё
        </button>
      </>
    ));
    await user.type(box('Предоплата'), 'сто');
    await user.click(screen.getByRole('button', { name: 'всё' }));
    expect(box('Предоплата').value).toBe('7,77');
  });
});

describe('WindowFields', () => {
  const BLANK = { day: '', from: '', to: '' };
  const fields = (begin = BLANK) =>
    renderField(begin, (value, onChange) => (
      <WindowFields value={value} onChange={onChange} errors={{ to: 'Конец раньше начала' }} />
    ));

  test('is typed on the keyboard alone', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = fields();
    await user.click(box('Дата'));
    await user.paste('21.11.2026');
    await user.tab();
    await user.type(box('С'), '14');
    await user.tab();
    await user.type(box('До'), '1530');
    await user.tab();
    expect(held.value).toEqual({ day: '2026-11-21', from: '14:00', to: '15:30' });
    expect(screen.getByText(/МСК/).textContent).toContain('1 ч 30 мин');
    expect(screen.getByText('Конец раньше начала')).toBeTruthy();
  });

  test('a day that does not exist is said, not read as one it looked like on the way', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = fields({ day: '2026-11-21', from: '', to: '' });
    await user.clear(box('Дата'));
    await user.type(box('Дата'), '31.11');
    await user.tab();
    expect(held.value.day).toBe('');
    expect(box('Дата').value).toBe('31.11');
    expect(box('Дата').dataset.wrong).toBe('true');
    expect(screen.getByText('Нет такой даты')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Завтра' }));
    expect(box('Дата').value).toMatch(/^\d\d\.\d\d\.\d{4}$/);
    expect(screen.queryByText('Нет такой даты')).toBeNull();
  });

  test('what is no time stays for the form to refuse', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = fields();
    await user.type(box('С'), 'скоро');
    await user.tab();
    expect(held.value.from).toBe('скоро');
    expect(box('С').value).toBe('скоро');
  });

  test('a window that is moved keeps its length, over midnight too', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = fields({ day: '2026-11-21', from: '14:00', to: '16:00' });
    await user.click(box('С'));
    await user.keyboard('{ArrowUp}');
    expect(held.value).toMatchObject({ from: '14:15', to: '16:15' });
    await user.clear(box('С'));
    await user.type(box('С'), '23:00');
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Окно длиной 2 ч' }));
    expect(held.value).toMatchObject({ from: '23:00', to: '01:00' });
    expect(screen.getByText(/конец 22 нояб/)).toBeTruthy();
  });

  test('quick choices go by the configured zone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    // 00:20 of the 22nd in Moscow, still the 21st in GMT.
    vi.setSystemTime(Date.UTC(2026, 10, 21, 21, 20));
    const user = userEvent.setup({ delay: null });
    const { held } = fields();
    await user.click(screen.getByRole('button', { name: 'Сегодня' }));
    expect(held.value.day).toBe('2026-11-22');
    await user.click(screen.getByRole('button', { name: 'Завтра' }));
    expect(held.value.day).toBe('2026-11-23');
    await user.click(screen.getByRole('button', { name: 'Ближайший час' }));
    expect(held.value).toEqual({ day: '2026-11-22', from: '01:00', to: '02:00' });
    await user.click(screen.getByRole('button', { name: 'Окно длиной 3 ч' }));
    expect(held.value.to).toBe('04:00');
  });
});

describe('AddressFields', () => {
  const address = (begin: Partial<AddressValue> = {}, errors = {}) =>
    renderField<AddressValue>({ ...BLANK_ADDRESS, ...begin }, (value, onChange) => (
      <AddressFields
        legend="Куда везти"
        value={value}
        onChange={onChange}
        errors={errors}
        namePrefix="addressTo."
        required
      />
    ));

  test('words, point, and names by which an error finds its field', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = address({}, { street: 'Заполните' });
    expect(screen.getByText('Точка не задана.', { exact: false })).toBeTruthy();
    await user.type(box(/Город/), 'Санкт-Петербург');
    await user.type(box(/Улица/), 'ул. Правды');
    await user.type(box('Широта'), '59,9243');
    expect(screen.getByText('Нужны обе координаты')).toBeTruthy();
    await user.type(box('Долгота'), '30.3404');
    expect(held.value).toMatchObject({
      city: 'Санкт-Петербург',
      street: 'ул. Правды',
      latitude: 59.9243,
      longitude: 30.3404,
    });
    expect(screen.getByText('Точка задана')).toBeTruthy();
    expect(box(/Улица/).name).toBe('addressTo.street');
    expect(screen.getByText('Заполните')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Убрать точку' }));
    expect(held.value).toMatchObject({ latitude: null, longitude: null, city: 'Санкт-Петербург' });
  });

  test('degrees out of range are refused at their field', async () => {
    const user = userEvent.setup({ delay: null });
    address();
    await user.type(box('Широта'), '95');
    await user.type(box('Долгота'), '-181');
    expect(screen.getByText('Широта: от −90 до 90')).toBeTruthy();
    expect(screen.getByText('Долгота: от −180 до 180')).toBeTruthy();
  });

  test('iRECA finds the point: the own one is off, and back again with the switch', async () => {
    const user = userEvent.setup({ delay: null });
    const { held } = address({ latitude: 59.9, longitude: 30.3 });
    const geo = screen.getByRole('switch', { name: /iRECA найдёт точку сама/ });
    await user.click(geo);
    expect(held.value).toMatchObject({ isUseGoogleGeo: true, latitude: null, longitude: null });
    expect(box('Широта').disabled).toBe(true);
    const group = screen.getByRole('group', { name: 'Куда везти' });
    expect(within(group).getByText('Точку найдёт iRECA')).toBeTruthy();
    await user.click(geo);
    expect(held.value).toMatchObject({ isUseGoogleGeo: false, latitude: 59.9, longitude: 30.3 });
  });
});
