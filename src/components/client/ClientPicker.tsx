/** Finds a client by whatever the caller says first: a name, a company, a phone, an ИНН. */
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Ref } from 'react';
import { useClients } from '#src/api/catalogue.ts';
import { ListState } from '#src/components/form/ListState.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import { clientIndex, clientTitle, searchClients } from '#src/domain/clientSearch.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ClientField.module.css';

const SHOWN = 50;

type ClientPickerProps = {
  onPick: (client: Client) => void;
  /** Nobody was found: what was typed may be the new client's name or phone. */
  onCreate: (typed: string) => void;
  error?: string | null;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function ClientPicker({ onPick, onCreate, error, disabled, ref }: ClientPickerProps) {
  const t = useWords(formWords).client;
  const [typed, setTyped] = useState('');
  const { data, error: failure, refetch } = useClients();
  const index = useMemo(() => clientIndex(data?.records ?? []), [data]);
  const { shown, more } = useMemo(() => searchClients(index, typed, SHOWN), [index, typed]);
  const query = typed.trim();
  return (
    <TypeAhead
      ref={ref}
      label={t.label}
      hideLabel
      listLabel={t.list}
      name="clientId"
      placeholder={t.placeholder}
      icon={<IconSearch size={16} stroke={1.7} aria-hidden />}
      typed={typed}
      onTyped={setTyped}
      items={shown}
      idOf={(client) => client.clientId}
      onPick={onPick}
      error={error}
      disabled={disabled}
      foot={
        <>
          <ListState
            notes={[
              more > 0 && t.more(more),
              data !== undefined && shown.length === 0 && (query === '' ? t.emptyList : t.nothing(query)),
              data === undefined && failure === null && t.loading,
            ]}
            error={data === undefined ? failure : null}
            onRetry={() => void refetch()}
          />
          {data !== undefined && shown.length === 0 && (
            <button type="button" tabIndex={-1} className={classes.createRow} onClick={() => onCreate(query)}>
              {t.create}
            </button>
          )}
        </>
      }
    >
      {(client) => <ClientOption client={client} />}
    </TypeAhead>
  );
}

function ClientOption({ client }: { client: Client }) {
  const t = useWords(formWords).client;
  const format = useFormat();
  return (
    <span className={classes.words}>
      <span>{clientTitle(client) || t.nameless(client.clientId)}</span>
      <span className={classes.facts}>
        {[format.phone(client.phone), client.inn && t.inn(client.inn), client.email].map(
          (fact) => fact && <span key={fact}>{fact}</span>,
        )}
      </span>
    </span>
  );
}
