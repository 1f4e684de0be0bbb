/** Who orders: found by name, company or phone among iRECA's clients, created anew, or only named on the order. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useClients } from '#src/api/catalogue.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ClientChip } from './ClientChip.tsx';
import classes from './ClientField.module.css';
import { ClientNames } from './ClientNames.tsx';
import { ClientPicker } from './ClientPicker.tsx';
import { NewClientDialog } from './NewClientDialog.tsx';

/** `id` null: named on the order only (`client` instead of `clientId`). */
export type ClientValue = { id: string | null; firstname: string; lastname: string; email: string };

export type ClientFieldProps = {
  value: ClientValue;
  /** `phone` is given when a client of the list was chosen and has one: the form may offer it. */
  onChange: (value: ClientValue, chosen?: { phone: string }) => void;
  error?: string | null;
  disabled?: boolean;
};

const BLANK: ClientValue = { id: null, firstname: '', lastname: '', email: '' };
const isBlank = ({ id, firstname, lastname, email }: ClientValue) =>
  id === null && firstname === '' && lastname === '' && email === '';

/** Starts with the search; a name that is on the order already shows the fields for it. */
export function ClientField({ value, onChange, error, disabled }: ClientFieldProps) {
  const t = useWords(formWords).client;
  const { data } = useClients();
  const [wanted, setWanted] = useState<'search' | 'typed'>('search');
  const [creating, setCreating] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const chip = useRef<HTMLButtonElement>(null);
  const byHand = value.id === null && (wanted === 'typed' || !isBlank(value));

  const choose = ({ clientId, firstname, lastname, email, phone }: Client) => {
    setWanted('search');
    onChange({ id: clientId, firstname, lastname, email }, phone ? { phone } : undefined);
    // The field that had the focus is gone; the chip stands in its place.
    queueMicrotask(() => chip.current?.focus());
  };
  const search = () => {
    setWanted('search');
    onChange(BLANK);
    queueMicrotask(() => picker.current?.focus());
  };

  return (
    <div className={classes.client} role="group" aria-label={t.label}>
      {value.id !== null && (
        <ClientChip
          ref={chip}
          value={value}
          client={data?.records.find(({ clientId }) => clientId === value.id)}
          error={error}
          disabled={disabled}
          onChange={search}
        />
      )}
      {byHand && <ClientNames value={value} onChange={onChange} error={error} disabled={disabled} />}
      {value.id === null && !byHand && (
        <ClientPicker ref={picker} error={error} disabled={disabled} onPick={choose} onCreate={setCreating} />
      )}
      <div className={classes.ways}>
        {value.id === null && (
          <>
            <Button variant="subtle" size="compact-sm" disabled={disabled} onClick={() => setCreating('')}>
              {t.create}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              disabled={disabled}
              onClick={() => (byHand ? search() : setWanted('typed'))}
            >
              {byHand ? t.fromList : t.typed}
            </Button>
          </>
        )}
      </div>
      <NewClientDialog
        begin={creating === null ? null : { ...value, typed: creating }}
        onClose={() => setCreating(null)}
        onCreated={(client) => {
          setCreating(null);
          choose(client);
        }}
      />
    </div>
  );
}
