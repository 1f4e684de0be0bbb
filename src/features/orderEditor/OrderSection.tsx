/** Number, states and courier of the order. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useOrderStatuses } from '#src/api/catalogue.ts';
import { useDeliveryStatuses } from '#src/api/references.ts';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierSelect } from './CourierSelect.tsx';
import { FieldGroupBox } from './FieldGroupBox.tsx';
import type { FieldsProps } from './fieldsProps.ts';
import classes from './EditorFields.module.css';

/** What a dispatcher may set by hand: just made, and prepared. The rest is the courier's app (see `domain/moves.ts`). */
const SETTABLE = ['1', '6'] as const;

function useStatusOptions(current: string, isNew: boolean) {
  const t = useWords(editorWords);
  const titles = useDeliveryStatuses().data?.records ?? [];
  const paidTitles = useOrderStatuses().data?.records ?? [];
  const words: Record<string, string> = { '1': t.made, '6': t.prepared };
  const option = (id: string) => ({
    value: id,
    label: titles.find(({ statusId }) => statusId === id)?.title ?? words[id] ?? t.unknownId(id),
  });
  const settable = isNew ? SETTABLE : current === '1' ? SETTABLE : [];
  const ids = [...new Set([...(isNew ? [] : [current]), ...settable])].filter((id) => id !== '');
  const paidWords: Record<string, string> = { '0': t.unpaid, '1': t.paid };
  return {
    delivery: ids.map(option),
    paid: ['0', '1'].map((id) => ({
      value: id,
      label: paidTitles.find(({ statusId }) => statusId === id)?.title ?? paidWords[id] ?? id,
    })),
  };
}

type Props = FieldsProps & { openedStatus: string | null; freeNumber: string | null };

export function OrderSection({ values, change, errors, disabled, openedStatus, freeNumber }: Props) {
  const t = useWords(editorWords);
  const isNew = values.asRead === null;
  const options = useStatusOptions(openedStatus ?? values.deliveryStatusId, isNew);
  const { at, leave } = errors;
  const clash = isNew && at('orderId') !== null && freeNumber !== null && freeNumber !== values.orderId;
  return (
    <FormSection title={t.sections.order} hint={t.sections.orderHint}>
      <div className={classes.grid}>
        <FieldGroupBox group="orderId" onLeave={leave} className={classes.number}>
          <TextInput
            label={t.fields.orderId}
            description={isNew ? t.hints.orderId : t.hints.orderIdKept}
            name="orderId"
            inputMode="numeric"
            autoComplete="off"
            value={values.orderId}
            error={at('orderId')}
            readOnly={!isNew}
            withAsterisk={isNew}
            disabled={disabled}
            onChange={(event) => change({ orderId: event.currentTarget.value })}
          />
          {clash && (
            <button type="button" className={classes.link} onClick={() => change({ orderId: freeNumber })}>
              {t.useNumber(freeNumber)}
            </button>
          )}
        </FieldGroupBox>
        <TextInput
          label={t.fields.codeAlias}
          description={t.hints.codeAlias}
          name="codeAlias"
          autoComplete="off"
          value={values.codeAlias}
          error={at('codeAlias')}
          disabled={disabled}
          onChange={(event) => change({ codeAlias: event.currentTarget.value })}
        />
        <Select
          label={t.fields.deliveryStatusId}
          name="deliveryStatusId"
          data={options.delivery}
          value={values.deliveryStatusId || null}
          error={at('deliveryStatusId')}
          allowDeselect={false}
          withAsterisk
          disabled={disabled}
          onChange={(id) => change({ deliveryStatusId: id ?? '' })}
        />
        <Select
          label={t.fields.statusId}
          name="statusId"
          data={options.paid}
          value={values.statusId || null}
          error={at('statusId')}
          allowDeselect={false}
          withAsterisk
          disabled={disabled}
          onChange={(id) => change({ statusId: id ?? '' })}
        />
        <CourierSelect
          value={values.courierId}
          error={at('courierId')}
          disabled={disabled}
          onChange={(courierId) => change({ courierId })}
        />
        <Checkbox
          className={classes.agreed}
          label={t.fields.isAgreed}
          name="isAgreed"
          checked={values.isAgreed}
          disabled={disabled}
          onChange={(event) => change({ isAgreed: event.currentTarget.checked })}
        />
      </div>
    </FormSection>
  );
}
