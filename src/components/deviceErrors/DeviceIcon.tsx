/** A bank terminal or a fiscal recorder, told apart by picture, and by word for who does not see it. */
import { IconDeviceMobileDollar, IconPrinter } from '@tabler/icons-react';
import type { Device } from '#src/domain/deviceErrors.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './DeviceIcon.module.css';

export function DeviceIcon({ device }: { device: Device }) {
  const t = useWords(deviceErrorsWords).deviceTitle;
  const Icon = device === 'terminal' ? IconDeviceMobileDollar : IconPrinter;
  return (
    <span className={classes.icon} role="img" aria-label={t[device]} title={t[device]}>
      <Icon size={17} stroke={1.7} aria-hidden />
    </span>
  );
}
