/** Couriers at work of whom nothing is heard: counted, and a press lists only them. Not there while all are heard. */
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CourierSummary, Silence } from '#src/components/map/courierSummary.ts';
import { silenceOf } from '#src/components/map/courierSummary.ts';
import { courierCardWords } from '#src/locales/courierCardWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CourierListSilence.module.css';

const KINDS: Silence[] = ['silent', 'never'];

type Props = {
  couriers: ReadonlyMap<string, CourierSummary>;
  shiftsKnown: boolean;
  /** Epoch ms. */
  now: number;
  only: Silence | null;
  onOnly: (only: Silence | null) => void;
};

export function CourierListSilence({ couriers, shiftsKnown, now, only, onOnly }: Props) {
  const t = useWords(courierCardWords).list;
  const counts = useMemo(() => {
    const counted: Record<Silence, number> = { silent: 0, never: 0 };
    for (const one of couriers.values()) {
      const kind = silenceOf(one, shiftsKnown, now);
      if (kind) counted[kind] += 1;
    }
    return counted;
  }, [couriers, shiftsKnown, now]);
  const shown = KINDS.filter((kind) => counts[kind] > 0 || only === kind);
  if (shown.length === 0) return null;
  return (
    <div className={classes.row} role="group" aria-label={t.only}>
      {shown.map((kind) => (
        <button
          key={kind}
          type="button"
          className={classes.chip}
          data-kind={kind}
          aria-pressed={only === kind}
          onClick={() => onOnly(only === kind ? null : kind)}
        >
          {t[kind](counts[kind])}
          {only === kind && <IconX size={12} stroke={2} aria-hidden />}
        </button>
      ))}
    </div>
  );
}
