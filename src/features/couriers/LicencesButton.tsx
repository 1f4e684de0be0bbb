/** «Лицензии: 14 из 50»: how near the limit is, and the way to who holds them. */
import { IconAlertTriangle, IconDeviceMobile } from '@tabler/icons-react';
import look from '#src/components/buttons/smallButton.module.css';
import { licenceUse } from '#src/domain/licenceUse.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { LicenceMeter } from './LicenceMeter.tsx';
import type { Couriers } from './useCouriers.ts';
import classes from './LicencesButton.module.css';

type Props = { licences: Couriers['licences']; onOpen: () => void };

export function LicencesButton({ licences: { data, isError }, onOpen }: Props) {
  const t = useWords(couriersWords).licences;
  const use = data && licenceUse(data);
  const warn = use ? use.level === 'near' || use.level === 'full' : isError;
  const Icon = warn ? IconAlertTriangle : IconDeviceMobile;
  return (
    <button
      type="button"
      className={`${look.button} ${classes.button}`}
      data-level={use?.level ?? (isError ? 'failed' : 'reading')}
      aria-haspopup="dialog"
      title={use ? t.level[use.level](use.left ?? 0) : undefined}
      onClick={onOpen}
    >
      <Icon size={16} stroke={1.7} aria-hidden />
      <span>{use ? t.used(use.used, use.total) : isError ? t.failed : t.reading}</span>
      {use && <LicenceMeter use={use} />}
    </button>
  );
}
