/** For whom, where and when: client, addresses, window. */
import { Button, TextInput, Textarea } from '@mantine/core';
import { IconMapPinPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ClientField } from '#src/components/client/ClientField.tsx';
import { AddressFields } from '#src/components/form/AddressFields.tsx';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { WindowFields } from '#src/components/form/WindowFields.tsx';
import { isBlankAddress } from '#src/domain/orderForm.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { FieldGroupBox } from './FieldGroupBox.tsx';
import type { FieldsProps } from './fieldsProps.ts';
import classes from './EditorFields.module.css';

export function ClientSection({ values, change, errors, disabled }: FieldsProps) {
  const t = useWords(editorWords);
  const [clientPhone, setClientPhone] = useState('');
  const { at, leave } = errors;
  const offered = clientPhone !== '' && values.phone.trim() !== clientPhone;
  return (
    <FormSection title={t.sections.client}>
      <FieldGroupBox group="client" onLeave={leave}>
        <ClientField
          value={values.client}
          error={at('client')}
          disabled={disabled}
          onChange={(client, chosen) => {
            const phone = chosen?.phone.trim() ?? '';
            if (chosen) setClientPhone(phone);
            // A phone that was typed by hand is the dispatcher's: the client's is only offered then.
            change({ client, ...(phone !== '' && values.phone.trim() === '' && { phone }) });
          }}
        />
      </FieldGroupBox>
      <FieldGroupBox group="phone" onLeave={leave} className={classes.number}>
        <TextInput
          type="tel"
          label={t.fields.phone}
          description={t.hints.phone}
          name="phone"
          autoComplete="off"
          value={values.phone}
          error={at('phone')}
          disabled={disabled}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
        {offered && (
          <button type="button" className={classes.link} onClick={() => change({ phone: clientPhone })}>
            {t.hints.clientPhone(clientPhone)}
          </button>
        )}
      </FieldGroupBox>
      <Textarea
        label={t.fields.description}
        name="description"
        autosize
        minRows={2}
        maxRows={6}
        value={values.description}
        error={at('description')}
        disabled={disabled}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
    </FormSection>
  );
}

const ADDRESS_PARTS = ['postindex', 'city', 'street', 'home', 'apartment', 'latitude', 'longitude'] as const;

type AddressProps = FieldsProps & { field: 'addressFrom' | 'addressTo'; legend: string };

function Address({ values, change, errors, disabled, field, legend }: AddressProps) {
  const t = useWords(editorWords);
  const line = values.asRead?.[field] ?? '';
  return (
    <FieldGroupBox group={field} onLeave={errors.leave}>
      {line !== '' && isBlankAddress(values[field]) && (
        <p className={classes.hint}>{t.hints.addressLine(line)}</p>
      )}
      <AddressFields
        legend={legend}
        value={values[field]}
        errors={Object.fromEntries(ADDRESS_PARTS.map((part) => [part, errors.at(`${field}.${part}`)]))}
        required={field === 'addressTo'}
        disabled={disabled}
        namePrefix={`${field}Entity.`}
        onChange={(address) => change({ [field]: address })}
      />
    </FieldGroupBox>
  );
}

export function ToSection(props: FieldsProps) {
  const t = useWords(editorWords).sections;
  return (
    <FormSection title={t.to} wide>
      <Address {...props} field="addressTo" legend={t.to} />
    </FormSection>
  );
}

/** Rarely needed: folded until somebody asks for it. */
export function FromSection(props: FieldsProps) {
  const t = useWords(editorWords);
  const [wanted, setWanted] = useState(false);
  const { values, disabled } = props;
  const open = wanted || !isBlankAddress(values.addressFrom) || (values.asRead?.addressFrom ?? '') !== '';
  return (
    <FormSection title={t.sections.from} hint={t.sections.fromHint} wide>
      {open ? (
        <Address {...props} field="addressFrom" legend={t.sections.from} />
      ) : (
        <Button
          variant="default"
          size="xs"
          disabled={disabled}
          leftSection={<IconMapPinPlus size={16} stroke={1.7} aria-hidden />}
          style={{ justifySelf: 'start' }}
          onClick={() => setWanted(true)}
        >
          {t.addFrom}
        </Button>
      )}
    </FormSection>
  );
}

export function WindowSection({ values, change, errors, disabled }: FieldsProps) {
  const t = useWords(editorWords).sections;
  const { at, leave } = errors;
  return (
    <FormSection title={t.window}>
      <FieldGroupBox group="window" onLeave={leave}>
        <WindowFields
          value={values.window}
          errors={{ day: at('window.day'), from: at('window.from'), to: at('window.to') }}
          required
          disabled={disabled}
          onChange={(window) => change({ window })}
        />
      </FieldGroupBox>
    </FormSection>
  );
}
