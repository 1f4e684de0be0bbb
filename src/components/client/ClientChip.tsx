/** The chosen client: name, phone, ИНН, and the way to another one. */
import { IconReplace, IconUser } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import { clientTitle } from '#src/domain/clientSearch.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ClientField.module.css';
import type { ClientValue } from './ClientField.tsx';

type ClientChipProps = {
  value: ClientValue;
  /** Undefined while the list is being read, or when the client is not in it. */
  client: Client | undefined;
  onChange: () => void;
  error?: string | null;
  disabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function ClientChip({ value, client, onChange, error, disabled, ref }: ClientChipProps) {
  const t = useWords(formWords).client;
  const format = useFormat();
  const own = [value.firstname, value.lastname].filter(Boolean).join(' ');
  const title = (client && clientTitle(client)) || own || t.nameless(value.id ?? '');
  const facts = client
    ? [format.phone(client.phone), client.inn && t.inn(client.inn), client.email]
    : [value.email];
  return (
    <>
      <div className={classes.chip} data-wrong={error ? true : undefined}>
        <IconUser size={18} stroke={1.7} aria-hidden />
        <span className={classes.words}>
          <strong>{title}</strong>
          <span className={classes.facts}>
            {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
            {value.id && <span>{t.number(value.id)}</span>}
          </span>
        </span>
        <button ref={ref} type="button" className={classes.change} disabled={disabled} onClick={onChange}>
          <IconReplace size={15} stroke={1.7} aria-hidden />
          {t.change}
        </button>
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
