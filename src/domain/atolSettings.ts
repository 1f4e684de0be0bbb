/** The form of Atol Online: what is typed, what is wrong with it, what is sent, and which field a refusal is about. */
import type { AgentType, AtolOnlineSettings, TaxSystem } from '#src/contracts/ireca/atolOnline.ts';
import { AGENT_TYPES, TAX_SYSTEMS } from '#src/contracts/ireca/atolOnline.ts';
import { innError } from '#src/domain/inn.ts';

/** As typed; '' = nothing chosen yet (`agent`: no agent). The password is not among them: it is never kept. */
export type AtolForm = {
  settingId: string;
  login: string;
  kktGroup: string;
  environment: '' | 'test' | 'production';
  inn: string;
  taxSystem: '' | TaxSystem;
  agent: '' | AgentType;
};
export type AtolField = keyof AtolForm | 'password';
export type AtolError = 'required' | 'idShape' | 'tooLong' | 'innLength' | 'innDigits';
export type AtolErrors = Partial<Record<AtolField, AtolError>>;

/** Neither the environment nor the tax system is chosen for anybody: receipts of the wrong kind are worse than a click. */
export const BLANK_ATOL: AtolForm = {
  settingId: '1',
  login: '',
  kktGroup: '',
  environment: '',
  inn: '',
  taxSystem: '',
  agent: '',
};

/** The proxy takes no longer one. */
const LONGEST = 200;
const TEXTS = ['settingId', 'login', 'kktGroup', 'inn'] as const;

const isOneOf = (value: unknown, known: readonly string[]) =>
  value === '' || (typeof value === 'string' && known.includes(value));

/** True for values of this shape: guards what was kept on this computer. */
export function isAtolForm(kept: unknown): kept is AtolForm {
  if (typeof kept !== 'object' || kept === null || 'password' in kept) return false;
  const values = kept as Record<string, unknown>;
  return (
    TEXTS.every((field) => typeof values[field] === 'string') &&
    isOneOf(values['environment'], ['test', 'production']) &&
    isOneOf(values['taxSystem'], TAX_SYSTEMS) &&
    isOneOf(values['agent'], AGENT_TYPES)
  );
}

/** True when both say the same; spaces around a text do not matter. */
export const sameAtol = (a: AtolForm, b: AtolForm): boolean =>
  (Object.keys(BLANK_ATOL) as (keyof AtolForm)[]).every((field) => a[field].trim() === b[field].trim());

/** What is wrong, by field. All but the agent is required (iRECA API text has no optional mark; assumption). */
export function checkAtol(form: AtolForm, password: string): AtolErrors {
  const errors: AtolErrors = {};
  for (const field of ['settingId', 'login', 'kktGroup', 'environment', 'inn', 'taxSystem'] as const) {
    if (form[field].trim() === '') errors[field] = 'required';
  }
  if (password === '') errors.password = 'required';
  for (const [field, value] of [
    ['login', form.login],
    ['kktGroup', form.kktGroup],
    ['password', password],
  ] as const) {
    if (value.length > LONGEST) errors[field] = 'tooLong';
  }
  const id = form.settingId.trim();
  if (id !== '' && !(/^[1-9]\d*$/.test(id) && Number.isSafeInteger(Number(id)))) errors.settingId = 'idShape';
  const inn = form.inn.trim() === '' ? null : innError(form.inn);
  if (inn) errors.inn = inn === 'length' ? 'innLength' : 'innDigits';
  return errors;
}

/** The body of a form in which nothing is wrong; null where something is. The password is sent as it was typed. */
export function atolBody(form: AtolForm, password: string): AtolOnlineSettings | null {
  const { environment, taxSystem, agent } = form;
  if (Object.keys(checkAtol(form, password)).length > 0 || environment === '' || taxSystem === '')
    return null;
  return {
    settingId: Number(form.settingId),
    login: form.login.trim(),
    password,
    kktGroup: form.kktGroup.trim(),
    isProduction: environment === 'production' ? 1 : 0,
    company: { inn: form.inn.trim(), taxSystem },
    ...(agent !== '' && { agent: { type: agent } }),
  };
}

/** Names of the body's fields, and where in the form each stands. */
const FIELD_OF: Readonly<Record<string, AtolField>> = {
  settingId: 'settingId',
  login: 'login',
  password: 'password',
  kktGroup: 'kktGroup',
  isProduction: 'environment',
  inn: 'inn',
  taxSystem: 'taxSystem',
  agent: 'agent',
  type: 'agent',
};

/**
 * The field that a refusal names: iRECA's «Необходимо заполнить «kktGroup».», the proxy's `company.inn: …`. Null when
 * it names none, or several.
 */
export function refusedAtolField(message: string): AtolField | null {
  const named = new Set(
    (message.match(/[A-Za-z]+/g) ?? []).flatMap((word) => {
      const field = Object.hasOwn(FIELD_OF, word) ? FIELD_OF[word] : undefined;
      return field ? [field] : [];
    }),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}
