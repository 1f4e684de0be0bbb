/** A phone that calls when it is pressed; as it was written when it is none. */
import { IconPhone } from '@tabler/icons-react';
import classes from '#src/components/format/phoneLink.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';

export function PhoneLink({ phone }: { phone: string }) {
  const t = useWords(orderWords).glance;
  const format = useFormat();
  const link = phoneLink(phone);
  const text = format.phone(phone);
  if (!link) return text;
  return (
    <a className={classes.phone} href={link} aria-label={t.call(text)}>
      <IconPhone size={13} stroke={1.8} aria-hidden />
      {text}
    </a>
  );
}
