/** Test or production: two cards, so that nobody mistakes which receipts are real. */
import { IconFlask, IconReceipt2 } from '@tabler/icons-react';
import { useId } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import classes from './EnvironmentChoice.module.css';

const ENVIRONMENTS = [
  { value: 'test', Icon: IconFlask },
  { value: 'production', Icon: IconReceipt2 },
] as const;

type EnvironmentChoiceProps = {
  /** '' = none is chosen yet. */
  value: '' | 'test' | 'production';
  onChange: (environment: 'test' | 'production') => void;
  error: string | null;
  disabled: boolean;
};

export function EnvironmentChoice({ value, onChange, error, disabled }: EnvironmentChoiceProps) {
  const t = useWords(settingsWords).fiscal;
  const message = useId();
  const name = useId();
  return (
    <div
      role="radiogroup"
      className={classes.environments}
      aria-label={t.fields.environment}
      aria-required
      aria-invalid={error !== null}
      aria-describedby={error === null ? undefined : message}
      data-wrong={error !== null || undefined}
    >
      {ENVIRONMENTS.map(({ value: own, Icon }) => (
        <label key={own} className={classes.environment} data-environment={own}>
          <input
            type="radio"
            name={name}
            value={own}
            checked={value === own}
            disabled={disabled}
            onChange={() => onChange(own)}
          />
          <Icon size={20} stroke={1.6} aria-hidden />
          <span>
            <strong>{t.environments[own].title}</strong>
            <small>{t.environments[own].lead}</small>
          </span>
        </label>
      ))}
      {error !== null && (
        <p id={message} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
