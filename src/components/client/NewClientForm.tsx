/** The form of a new client, and what happens to it on «Создать». */
import { Button, TextInput, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import { useClients } from '#src/api/catalogue.ts';
import { createClient } from '#src/api/orderWrites.ts';
import { DayField } from '#src/components/form/DayField.tsx';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import type { TypedClient } from '#src/domain/newClient.ts';
import { checkClient, namedClient, nextClientId } from '#src/domain/newClient.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ClientField.module.css';
import { beginClient, namedField } from './clientBeginning.ts';

/** Names from the order, and what was typed into the search without finding anybody. */
export type ClientBeginning = { firstname: string; lastname: string; email: string; typed: string };

type NewClientFormProps = {
  begin: ClientBeginning;
  onClose: () => void;
  onCreated: (client: Client) => void;
};

const AS_CREATED = { addressEntity: null, updatedAt: null };

export function NewClientForm({ begin, onClose, onCreated }: NewClientFormProps) {
  const t = useWords(formWords).client.dialog;
  const format = useFormat();
  const [today] = useState(() => format.dayKey(Date.now()));
  const queries = useQueryClient();
  const { data, isPending } = useClients();
  const clients = data?.records ?? [];
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedClient>(() => beginClient(begin));
  const [asked, setAsked] = useState(false);
  /** The number is proposed until somebody types another. */
  const [ownId, setOwnId] = useState(false);
  const client = namedClient({
    ...typed,
    clientId: ownId || isPending ? typed.clientId : nextClientId(clients),
  });
  const wrong = checkClient(client, clients, today);
  const errors = asked ? wrong : {};

  const creation = useMutation({
    mutationFn: createClient,
    onSuccess: (_, sent) => {
      void queries.invalidateQueries({ queryKey: ['ireca', 'clients'] });
      onCreated({ ...sent, ...AS_CREATED });
    },
  });
  const { error: failure } = creation;
  const refusal = failure instanceof ApiError && failure.code === 'upstreamRefused' ? failure.message : '';
  const refused = namedField(refusal);
  const uncertain = mayBeDone(failure);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form inside another one (React's tree, not the page's) must not send the order.
    event.stopPropagation();
    if (creation.isPending) return;
    setAsked(true);
    const first = Object.keys(wrong)[0];
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else creation.mutate(client);
  };
  const change = (part: Partial<TypedClient>) => {
    creation.reset();
    setTyped({ ...typed, ...part });
  };
  const field = (name: Exclude<keyof TypedClient, 'birthday' | 'description'>) => ({
    name,
    value: typed[name],
    autoComplete: 'off',
    error: (errors[name] && t[errors[name]]) ?? (refused === name ? refusal : undefined),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });

  return (
    <form ref={form} onSubmit={submit} noValidate aria-label={t.title}>
      {failure && refused === null && (
        <div className={classes.refusal}>
          <ErrorNote error={failure} compact />
          {uncertain && <p className={classes.hint}>{t.uncertain}</p>}
        </div>
      )}
      <div className={classes.fields}>
        <TextInput {...field('firstname')} label={t.firstname} withAsterisk required data-autofocus />
        <TextInput {...field('lastname')} label={t.lastname} withAsterisk required />
        <DayField
          name="birthday"
          label={t.birthday}
          description={t.birthdayHint}
          placeholder={t.birthdayPlaceholder}
          value={typed.birthday}
          onChange={(birthday) => change({ birthday })}
          error={(errors.birthday && t[errors.birthday]) ?? (refused === 'birthday' ? refusal : undefined)}
          past
          required
        />
        <TextInput
          {...field('clientId')}
          value={client.clientId}
          label={t.clientId}
          description={t.clientIdHint}
          inputMode="numeric"
          withAsterisk
          required
          onChange={(event) => {
            setOwnId(true);
            change({ clientId: event.currentTarget.value });
          }}
        />
        <TextInput
          {...field('title')}
          className={classes.wide}
          label={t.company}
          description={t.companyHint}
          placeholder={client.title}
        />
        <TextInput {...field('phone')} label={t.phone} type="tel" inputMode="tel" />
        <TextInput {...field('email')} label={t.email} type="email" inputMode="email" />
        <TextInput {...field('inn')} label={t.inn} inputMode="numeric" maxLength={14} />
        <Textarea
          name="description"
          label={t.description}
          value={typed.description}
          rows={2}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </div>
      <div className={classes.deeds}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t.close}
        </Button>
        <Button type="submit" loading={creation.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
