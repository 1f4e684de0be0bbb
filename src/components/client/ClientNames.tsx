/** A client that is in no list: a name and an e-mail that stand on this order only. */
import { TextInput } from '@mantine/core';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ClientField.module.css';
import type { ClientValue } from './ClientField.tsx';

type ClientNamesProps = {
  value: ClientValue;
  onChange: (value: ClientValue) => void;
  error?: string | null;
  disabled?: boolean;
};

const FIELDS = ['firstname', 'lastname', 'email'] as const;

export function ClientNames({ value, onChange, error, disabled }: ClientNamesProps) {
  const t = useWords(formWords).client;
  return (
    <>
      <div className={classes.names}>
        {FIELDS.map((field, index) => (
          <TextInput
            key={field}
            label={t[field]}
            name={`client.${field}`}
            type={field === 'email' ? 'email' : 'text'}
            value={value[field]}
            error={index === 0 ? error : undefined}
            disabled={disabled}
            autoComplete="off"
            onChange={(event) => onChange({ ...value, id: null, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <p className={classes.hint}>{t.typedHint}</p>
    </>
  );
}
