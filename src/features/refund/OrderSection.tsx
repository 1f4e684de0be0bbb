/** The new order that fetches the goods back: its number, who goes, when and where. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { WindowFields } from '#src/components/form/WindowFields.tsx';
import fields from '#src/components/form/fields.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { PartProps } from './formParts.ts';
import classes from './refund.module.css';

type OrderSectionProps = PartProps & {
  /** The original. */
  order: IrecaOrder;
  /** The number that is sent while none is typed. */
  suggested: string;
};

export function OrderSection({ values, change, errors, refused, order, suggested }: OrderSectionProps) {
  const t = useWords(refundWords);
  const { phone } = useFormat();
  const { directory } = useCourierDirectory();
  const couriers = useMemo(
    () =>
      (directory?.all ?? []).map(({ courierId, title, phone: raw }) => ({
        value: courierId,
        label: title || raw || courierId,
      })),
    [directory],
  );
  const windowWords = (error: keyof typeof t.windowError | undefined) =>
    error ? t.windowError[error] : null;
  const entity = order.addressToEntity;
  const inFields = entity !== null && (entity.street !== '' || entity.home !== '');
  return (
    <FormSection title={t.order.title} hint={t.order.hint}>
      <div className={fields.pair}>
        <TextInput
          label={t.order.orderId}
          name="orderId"
          value={values.orderId ?? suggested}
          onChange={(event) => change({ orderId: event.currentTarget.value })}
          description={values.orderId === null && suggested !== '' ? t.order.suggested : t.order.orderIdHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={(errors.orderId && t.error[errors.orderId]) ?? refused('orderId')}
          inputMode="numeric"
          autoComplete="off"
          withAsterisk
          required
        />
        <TextInput
          label={t.order.codeAlias}
          name="codeAlias"
          value={values.codeAlias}
          onChange={(event) => change({ codeAlias: event.currentTarget.value })}
          error={refused('codeAlias')}
          autoComplete="off"
        />
      </div>
      <WindowFields
        value={values.window}
        onChange={(window) => change({ window })}
        errors={{
          day: windowWords(errors.window?.day),
          from: windowWords(errors.window?.from) ?? refused('window.from'),
          to: windowWords(errors.window?.to) ?? refused('window.to'),
        }}
        required
      />
      <Select
        label={t.order.courier}
        name="courierId"
        placeholder={t.order.courierNone}
        value={values.courierId}
        onChange={(courierId) => change({ courierId })}
        data={couriers}
        error={refused('courierId')}
        nothingFoundMessage={t.order.nobodyFound}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.order.courierNone }}
        comboboxProps={{ shadow: 'none' }}
      />
      <dl className={classes.facts}>
        <div>
          <dt>{t.order.address}</dt>
          <dd>{inFields ? order.addressTo || `${entity.street} ${entity.home}` : t.order.addressNone}</dd>
        </div>
        <div>
          <dt>{t.order.phone}</dt>
          <dd>{order.phone === '' ? t.order.phoneNone : phone(order.phone)}</dd>
        </div>
      </dl>
      <Textarea
        label={t.order.description}
        name="description"
        value={values.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={refused('description')}
        autosize
        minRows={2}
      />
    </FormSection>
  );
}
