/** Which payments go back, and how much of each: shared out by itself, or as typed. */
import { Button } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { usePaymentTypes } from '#src/api/references.ts';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { RefundPayment } from '#src/domain/refund.ts';
import { refundTotals } from '#src/domain/refund.ts';
import { paymentParts, undivided } from '#src/domain/refundForm.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { PartProps } from './formParts.ts';
import classes from './MoneySection.module.css';

export function MoneySection({ values, sheet, change, errors, refused }: PartProps) {
  const t = useWords(refundWords);
  const parts = paymentParts(values, sheet);
  return (
    <FormSection title={t.money.title} hint={t.money.hint}>
      <ul className={classes.payments}>
        {sheet.payments.map((payment) => {
          const error = errors.payments?.[payment.key];
          return (
            <Payment
              key={payment.key}
              payment={payment}
              part={parts[payment.key] ?? null}
              error={error ? t.error[error] : null}
              onChange={(sum) => change({ payments: { ...parts, [payment.key]: sum } })}
            />
          );
        })}
      </ul>
      <Balance values={values} sheet={sheet} wrong={errors.sum !== undefined} said={refused('sum')}>
        {values.payments !== null && (
          <Button size="xs" variant="default" onClick={() => change({ payments: null })}>
            {t.money.again}
          </Button>
        )}
      </Balance>
    </FormSection>
  );
}

type PaymentProps = {
  payment: RefundPayment;
  part: number | null;
  error: string | null;
  onChange: (sum: number | null) => void;
};

function Payment({ payment, part, error, onChange }: PaymentProps) {
  const t = useWords(refundWords).money;
  const { money, dateTime } = useFormat();
  const types = usePaymentTypes().data?.records;
  const type = types?.find(({ paymentTypeId }) => paymentTypeId === payment.paymentTypeId)?.title;
  const title = payment.isPrepayment ? t.prepayment : type || t.type(payment.paymentTypeId);
  const facts = [
    `${t.paid} ${money(payment.price)} ₽`,
    payment.paidIn !== null && dateTime(payment.paidIn),
    payment.cardMask !== '' && t.card(payment.cardMask),
    payment.rrn !== '' && t.rrn(payment.rrn),
    payment.returned > 0 && `${t.returned.toLowerCase()} ${money(payment.returned)} ₽`,
  ];
  return (
    <li className={classes.payment}>
      <div className={classes.paymentWords}>
        <strong>{title}</strong>
        <span>{facts.filter(Boolean).join(' · ')}</span>
      </div>
      <div className={classes.part}>
        <MoneyInput
          label={t.backOf(title)}
          hideLabel
          name={`payment.${payment.key}`}
          value={part}
          onChange={onChange}
          error={error}
          disabled={payment.left === 0}
        />
        <small>{t.left(money(payment.left))}</small>
      </div>
    </li>
  );
}

type BalanceProps = Pick<PartProps, 'values' | 'sheet'> & {
  wrong: boolean;
  /** iRECA's own words against the payments. */
  said: string | null;
  children: React.ReactNode;
};

/** Whether the payments make up what the goods come to. */
function Balance({ values, sheet, wrong, said, children }: BalanceProps) {
  const t = useWords(refundWords);
  const { money } = useFormat();
  const { due } = refundTotals(sheet.lines, values.counts);
  const rest = undivided(values, sheet);
  const bad = rest !== 0 || said !== null;
  return (
    <div className={classes.balance} data-wrong={wrong || said !== null ? true : undefined}>
      <span>
        {t.money.due} <strong>{money(due)} ₽</strong>
      </span>
      <span>
        {t.money.shared} <strong>{money(due - rest)} ₽</strong>
      </span>
      {(due !== 0 || bad) && (
        <span
          className={classes.verdict}
          data-bad={bad || undefined}
          role={wrong || said !== null ? 'alert' : undefined}
        >
          {bad ? (
            <IconAlertCircle size={16} stroke={1.7} aria-hidden />
          ) : (
            <IconCheck size={16} stroke={1.7} aria-hidden />
          )}
          {said ??
            (rest === 0 ? t.money.even : rest > 0 ? t.money.short(money(rest)) : t.money.over(money(-rest)))}
        </span>
      )}
      {children}
    </div>
  );
}
