/** How the order is paid, and to whom. */
import { Select } from '@mantine/core';
import { useSuppliers } from '#src/api/catalogue.ts';
import { usePaymentTypes } from '#src/api/references.ts';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { FieldGroupBox } from './FieldGroupBox.tsx';
import type { FieldsProps } from './fieldsProps.ts';
import classes from './EditorFields.module.css';

/** The list, and the one that the order names even if it is not listed any more. */
function withCurrent(
  options: { value: string; label: string }[],
  current: string | null,
  unknown: (id: string) => string,
) {
  if (current === null || options.some(({ value }) => value === current)) return options;
  return [{ value: current, label: unknown(current) }, ...options];
}

export function PaymentSection({ values, change, errors, disabled }: FieldsProps) {
  const t = useWords(editorWords);
  const types = (usePaymentTypes().data?.records ?? []).map(({ paymentTypeId, title }) => ({
    value: paymentTypeId,
    label: title || t.unknownId(paymentTypeId),
  }));
  const suppliers = (useSuppliers().data?.records ?? []).map(({ supplierId, title }) => ({
    value: supplierId,
    label: title || t.unknownId(supplierId),
  }));
  const { at, leave } = errors;
  return (
    <FormSection title={t.sections.payment}>
      <div className={classes.grid}>
        <FieldGroupBox group="paymentId" onLeave={leave} className={classes.whole}>
          <Select
            label={t.fields.paymentId}
            name="paymentId"
            data={withCurrent(types, values.paymentId, t.unknownId)}
            value={values.paymentId}
            error={at('paymentId')}
            allowDeselect={false}
            withAsterisk
            disabled={disabled}
            onChange={(paymentId) => change({ paymentId })}
          />
        </FieldGroupBox>
        <FieldGroupBox group="prePaymentSum" onLeave={leave}>
          <MoneyInput
            label={t.fields.prePaymentSum}
            description={t.hints.prePayment}
            name="prePaymentSum"
            value={values.prePaymentSum}
            error={at('prePaymentSum')}
            disabled={disabled}
            onChange={(prePaymentSum) => change({ prePaymentSum })}
          />
        </FieldGroupBox>
        <FieldGroupBox group="cash" onLeave={leave}>
          <MoneyInput
            label={t.fields.cash}
            description={t.hints.cash}
            name="cash"
            value={values.cash}
            error={at('cash')}
            disabled={disabled}
            onChange={(cash) => change({ cash })}
          />
        </FieldGroupBox>
        <Select
          className={classes.whole}
          label={t.fields.supplierId}
          description={t.hints.supplier}
          placeholder={t.none.supplier}
          name="supplierId"
          data={withCurrent(suppliers, values.supplierId, t.unknownId)}
          value={values.supplierId}
          error={at('supplierId')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t.none.supplier }}
          nothingFoundMessage={t.nothingFound}
          disabled={disabled}
          onChange={(supplierId) => change({ supplierId })}
        />
      </div>
    </FormSection>
  );
}
