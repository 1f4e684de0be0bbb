import { describe, expect, test } from 'vitest';
import { AGENT_TYPES, TAX_SYSTEMS } from '#src/contracts/ireca/atolOnline.ts';
import type { AtolForm } from './atolSettings.ts';
import { BLANK_ATOL, atolBody, checkAtol, isAtolForm, refusedAtolField, sameAtol } from './atolSettings.ts';

const form: AtolForm = {
  settingId: '2',
  login: ' shop ',
  kktGroup: 'group_code_19642 ',
  environment: 'production',
  inn: ' 7707083893 ',
  taxSystem: 'usn_income',
  agent: 'another',
};

describe('what is wrong with the form', () => {
  test('nothing, when all is given', () => {
    expect(checkAtol(form, '1234')).toEqual({});
    expect(checkAtol({ ...form, agent: '' }, ' ')).toEqual({});
  });

  test('a blank one lacks all but its number and the agent', () => {
    expect(checkAtol(BLANK_ATOL, '')).toEqual({
      login: 'required',
      password: 'required',
      kktGroup: 'required',
      environment: 'required',
      inn: 'required',
      taxSystem: 'required',
    });
    expect(checkAtol({ ...form, settingId: ' ', login: '  ' }, 'p')).toEqual({
      settingId: 'required',
      login: 'required',
    });
  });

  test.each(['0', '-1', '1.5', '007', 'one', '9007199254740993'])('the number cannot be %s', (settingId) => {
    expect(checkAtol({ ...form, settingId }, 'p')).toEqual({ settingId: 'idShape' });
  });

  test('an ИНН is counted and its digits proved', () => {
    expect(checkAtol({ ...form, inn: '770708389' }, 'p')).toEqual({ inn: 'innLength' });
    expect(checkAtol({ ...form, inn: '7707083894' }, 'p')).toEqual({ inn: 'innDigits' });
  });

  test('texts are no longer than the proxy takes', () => {
    const long = 'x'.repeat(201);
    expect(checkAtol({ ...form, login: long, kktGroup: long }, long)).toEqual({
      login: 'tooLong',
      kktGroup: 'tooLong',
      password: 'tooLong',
    });
    expect(checkAtol(form, 'x'.repeat(200))).toEqual({});
  });
});

describe('what is sent', () => {
  test('as documented: trimmed, the password as it was typed', () => {
    expect(atolBody(form, ' 12 34 ')).toEqual({
      settingId: 2,
      login: 'shop',
      password: ' 12 34 ',
      kktGroup: 'group_code_19642',
      isProduction: 1,
      company: { inn: '7707083893', taxSystem: 'usn_income' },
      agent: { type: 'another' },
    });
  });

  test('no agent is no key, test is 0', () => {
    const body = atolBody({ ...form, agent: '', environment: 'test' }, 'p');
    expect(body).not.toHaveProperty('agent');
    expect(body).toMatchObject({ isProduction: 0 });
  });

  test('nothing while something is wrong', () => {
    expect(atolBody(form, '')).toBeNull();
    expect(atolBody({ ...form, environment: '' }, 'p')).toBeNull();
    expect(atolBody({ ...form, taxSystem: '' }, 'p')).toBeNull();
  });
});

describe('what was kept on this computer', () => {
  test('is taken when it has the shape of the form', () => {
    expect(isAtolForm(form)).toBe(true);
    expect(isAtolForm(BLANK_ATOL)).toBe(true);
    for (const taxSystem of TAX_SYSTEMS) expect(isAtolForm({ ...form, taxSystem })).toBe(true);
    for (const agent of AGENT_TYPES) expect(isAtolForm({ ...form, agent })).toBe(true);
  });

  test.each([
    ['nothing', null],
    ['a text', 'form'],
    ['a field of another kind', { ...form, settingId: 1 }],
    ['a field that is missing', { ...form, inn: undefined }],
    ['a tax system nobody knows', { ...form, taxSystem: 'nalog' }],
    ['an agent nobody knows', { ...form, agent: 'agent' }],
    ['an environment nobody knows', { ...form, environment: 'stage' }],
    ['a password', { ...form, password: '1234' }],
  ])('not %s', (_, kept) => {
    expect(isAtolForm(kept)).toBe(false);
  });

  test('spaces are no difference', () => {
    expect(sameAtol(form, { ...form, login: 'shop' })).toBe(true);
    expect(sameAtol(form, { ...form, agent: '' })).toBe(false);
  });
});

describe('the field that a refusal is about', () => {
  test.each([
    ['Необходимо заполнить «kktGroup».', 'kktGroup'],
    ['Неверное значение «taxSystem».', 'taxSystem'],
    ['Неверное значение «type».', 'agent'],
    ['Необходимо заполнить «isProduction».', 'environment'],
    ['password: required', 'password'],
    ['company.inn: expected text', 'inn'],
    ['Логин или пароль неверен', null],
    ['Заполните «login» и «password».', null],
    ['constructor', null],
    ['', null],
  ])('%s', (message, field) => {
    expect(refusedAtolField(message)).toBe(field);
  });
});
