/** How the client gets it: a courier brings it to an address, or they come for it. */
import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { TimeField } from '#src/components/form/TimeField.tsx';
import fields from '#src/components/form/fields.module.css';
import { readTypedDay } from '#src/components/form/typedTime.ts';
import heard from '#src/components/format/unseen.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import { DELIVERY_TYPES } from '#src/contracts/kassa/newOrder.ts';
import type { KassaOrderDraft } from '#src/domain/kassaOrderForm.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { useFieldWords } from './fieldWords.ts';
import type { PartProps } from './formParts.ts';
import classes from './kassaEditor.module.css';

export function DeliverySection({ values, change, errors, refused }: PartProps) {
  const { delivery: t, order } = useWords(kassaEditorWords);
  const { locale } = useText();
  const words = useFieldWords();
  const { dayKey, zoneName } = useFormat();
  return (
    <FormSection title={t.title}>
      <div className={classes.choice}>
        <span id="kassa-delivery" className={heard.unseen}>
          {t.type}
        </span>
        <SegmentedControl
          aria-labelledby="kassa-delivery"
          value={values.deliveryType}
          onChange={(type) => change({ deliveryType: type as KassaOrderDraft['deliveryType'] })}
          data={DELIVERY_TYPES.map((value) => ({ value, label: t.types[value] }))}
        />
        {values.deliveryType === 'SELF' && <small>{t.self}</small>}
      </div>
      {values.deliveryType === 'COURIER' && (
        <TextInput
          label={t.address}
          name="address"
          value={values.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
          placeholder={t.addressPlaceholder}
          error={words(errors.address, 'address') ?? refused('address')}
          withAsterisk
          required
          autoComplete="off"
        />
      )}
      <div className={classes.moment}>
        <DatesProvider settings={{ locale: locale.startsWith('ru') ? 'ru' : 'en', firstDayOfWeek: 1 }}>
          <DateInput
            label={t.day}
            name="day"
            value={values.day || null}
            onChange={(day) => change({ day: day ?? '' })}
            dateParser={(text) => readTypedDay(text, dayKey(Date.now()))}
            valueFormat={t.dayFormat}
            placeholder={t.dayPlaceholder}
            error={words(errors.day, 'day') ?? refused('day')}
            size="sm"
            clearable
            highlightToday
            autoComplete="off"
            ariaLabels={{ previousMonth: t.previousMonth, nextMonth: t.nextMonth }}
            popoverProps={{ shadow: 'none' }}
          />
        </DatesProvider>
        <TimeField
          label={t.time}
          name="time"
          value={values.time}
          onChange={(time) => change({ time })}
          error={words(errors.time, 'time')}
        />
        <MoneyInput
          label={t.amount}
          name="deliveryAmount"
          value={values.deliveryAmount}
          onChange={(deliveryAmount) => change({ deliveryAmount })}
          error={words(errors.deliveryAmount, 'deliveryAmount') ?? refused('deliveryAmount')}
        />
      </div>
      <p className={fields.hint}>
        {t.timeHint(zoneName())} {t.amount}: {t.amountHint.toLocaleLowerCase(locale)}.
      </p>
      <Textarea
        label={order.comment}
        name="comment"
        value={values.comment}
        onChange={(event) => change({ comment: event.currentTarget.value })}
        error={refused('comment')}
        autosize
        minRows={2}
      />
    </FormSection>
  );
}
