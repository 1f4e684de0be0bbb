/** The form of Atol Online: its fields, what became of sending, and the deed. */
import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { focusFirstWrong } from '#src/components/form/firstWrong.ts';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import labels from '#src/components/form/quietLabels.module.css';
import type { AgentType, TaxSystem } from '#src/contracts/ireca/atolOnline.ts';
import { AGENT_TYPES, TAX_SYSTEMS } from '#src/contracts/ireca/atolOnline.ts';
import type { AtolField } from '#src/domain/atolSettings.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import { AtolNotes } from './AtolNotes.tsx';
import { EnvironmentChoice } from './EnvironmentChoice.tsx';
import { ProductionDialog } from './ProductionDialog.tsx';
import type { AtolWork } from './useAtolForm.ts';
import classes from './atol.module.css';

/** Stands in the list for no agent at all. */
const NO_AGENT = 'none';

export function AtolFields({ work }: { work: AtolWork }) {
  const t = useWords(settingsWords).fiscal;
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const [confirming, setConfirming] = useState(false);
  const { sending, asked, ended, wrong, password } = work;

  useEffect(() => {
    if (asked > 0 && form.current) focusFirstWrong(form.current);
  }, [asked]);
  const refused = ended?.is === 'refused' ? ended.field : null;
  useEffect(() => {
    if (refused !== null && form.current) focusFirstWrong(form.current);
  }, [refused]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending || !work.check()) return;
    if (work.form.environment === 'production') setConfirming(true);
    else void work.send();
  };
  return (
    <form
      ref={form}
      className={`${labels.fields} ${classes.form}`}
      aria-labelledby={heading}
      aria-busy={sending}
      onSubmit={submit}
      onKeyDown={sendOnPurpose}
      noValidate
    >
      <LeaveGuard
        dirty={password !== '' || sending}
        title={t.leave.title}
        text={sending ? t.leave.sending : t.leave.text}
      />
      <header className={classes.head}>
        <h3 id={heading}>{t.atol}</h3>
        <p>{t.atolHint}</p>
      </header>
      <AtolNotes work={work} />
      <Account work={work} />
      <Group title={t.environment}>
        <EnvironmentChoice
          value={work.form.environment}
          onChange={(environment) => work.change('environment', environment)}
          error={useFieldError(work)('environment')}
          disabled={sending}
        />
      </Group>
      <Company work={work} />
      <footer className={classes.foot}>
        <Button
          variant="subtle"
          color="gray"
          disabled={sending || !work.typedAny}
          onClick={() => work.clear()}
        >
          {t.clear}
        </Button>
        <p role="status">{sending ? t.sending : wrong > 0 && t.wrong(wrong)}</p>
        <Button type="submit" loading={sending}>
          {t.send}
        </Button>
      </footer>
      {confirming && (
        <ProductionDialog
          login={work.form.login.trim()}
          inn={work.form.inn.trim()}
          onClose={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            void work.send();
          }}
        />
      )}
    </form>
  );
}

/** Enter in a field must not send half-typed settings; Ctrl+Enter sends them from anywhere in the form. */
function sendOnPurpose(event: KeyboardEvent<HTMLFormElement>) {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    currentTarget.requestSubmit();
  } else if (target instanceof HTMLInputElement && !event.defaultPrevented) {
    event.preventDefault();
  }
}

/** What stands below a field: our own check first, else what iRECA or Pult said of it. */
function useFieldError({ errors, ended }: AtolWork): (field: AtolField) => string | null {
  const t = useWords(settingsWords).fiscal;
  return (field) => {
    const error = errors[field];
    if (error) return error === 'required' ? t.errors.required[field] : t.errors[error];
    return ended?.is === 'refused' && ended.field === field ? t.refusedAt[ended.by](ended.message) : null;
  };
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {children}
    </section>
  );
}

type TextName = 'login' | 'kktGroup' | 'settingId' | 'inn';

/** One line of text of the form. */
function useTextField(work: AtolWork) {
  const t = useWords(settingsWords).fiscal;
  const errorOf = useFieldError(work);
  return (field: TextName) => ({
    label: t.fields[field],
    name: `atol-${field}`,
    value: work.form[field],
    error: errorOf(field),
    disabled: work.sending,
    required: true,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => work.change(field, event.currentTarget.value),
  });
}

function Account({ work }: { work: AtolWork }) {
  const t = useWords(settingsWords).fiscal;
  const text = useTextField(work);
  const errorOf = useFieldError(work);
  const [visible, setVisible] = useState(false);
  return (
    <Group title={t.account}>
      <div className={classes.fields}>
        <TextInput {...text('login')} data-1p-ignore />
        <PasswordInput
          label={t.fields.password}
          description={t.hints.password}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          name="atol-password"
          value={work.password}
          onChange={(event) => work.setPassword(event.currentTarget.value)}
          error={errorOf('password')}
          aria-invalid={errorOf('password') !== null}
          disabled={work.sending}
          required
          visible={visible}
          onVisibilityChange={setVisible}
          visibilityToggleButtonProps={{ 'aria-label': visible ? t.hidePassword : t.showPassword }}
          // The browser must not offer the admin's own password here, nor keep this one as theirs.
          autoComplete="new-password"
          data-1p-ignore
          spellCheck={false}
          autoCapitalize="none"
        />
        <TextInput
          {...text('kktGroup')}
          description={t.hints.kktGroup}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <TextInput
          {...text('settingId')}
          description={t.hints.settingId}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
        />
      </div>
    </Group>
  );
}

function Company({ work }: { work: AtolWork }) {
  const t = useWords(settingsWords).fiscal;
  const text = useTextField(work);
  const errorOf = useFieldError(work);
  const { taxSystem, agent } = work.form;
  return (
    <Group title={t.company}>
      <div className={classes.fields}>
        <TextInput {...text('inn')} inputMode="numeric" />
        <Select
          label={t.fields.taxSystem}
          placeholder={t.hints.taxSystem}
          name="atol-taxSystem"
          data={TAX_SYSTEMS.map((value) => ({ value, label: t.taxSystems[value] }))}
          value={taxSystem === '' ? null : taxSystem}
          onChange={(value) => value && work.change('taxSystem', value as TaxSystem)}
          allowDeselect={false}
          error={errorOf('taxSystem')}
          disabled={work.sending}
          required
        />
        <Select
          className={classes.wide}
          label={t.fields.agent}
          description={agent === '' ? t.hints.agent : t.agents[agent].lead}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          name="atol-agent"
          data={[
            { value: NO_AGENT, label: t.noAgent },
            ...AGENT_TYPES.map((value) => ({ value, label: t.agents[value].title })),
          ]}
          value={agent === '' ? NO_AGENT : agent}
          onChange={(value) => work.change('agent', value === NO_AGENT || !value ? '' : (value as AgentType))}
          allowDeselect={false}
          error={errorOf('agent')}
          disabled={work.sending}
          maxDropdownHeight={420}
          renderOption={({ option: { value, label } }) => (
            <span className={classes.option}>
              {label}
              {value !== NO_AGENT && <small>{t.agents[value as AgentType].lead}</small>}
            </span>
          )}
        />
      </div>
    </Group>
  );
}
