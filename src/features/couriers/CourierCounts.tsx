/** The courier's orders in figures: what is open, what of it is late or at risk, what was done today. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import classes from './CourierCounts.module.css';
import type { CourierPageData } from './useCourierPage.ts';

const NONE: readonly DispatchOrder[] = [];
const PACE_MS = 15_000;

export function CourierCounts({ page }: { page: CourierPageData }) {
  const t = useWords(courierPageWords).counts;
  const { locale } = useText();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(PACE_MS);
  const { day, whole } = page;
  const open = day?.open ?? NONE;
  const bands = open.map((order) => latenessOf(order, now, atRiskMinutes).band);
  const figures = [
    ['open', open.length],
    ['late', bands.filter((band) => band === 'late').length],
    ['atRisk', bands.filter((band) => band === 'atRisk').length],
    ['delivered', day?.delivered.length ?? 0],
    ['cancelled', day?.cancelled.length ?? 0],
  ] as const;
  return (
    <dl className={classes.counts} aria-label={t.label}>
      {figures.map(([name, n]) => (
        <div key={name} className={classes.count} data-count={name} data-some={n > 0 || undefined}>
          <dt>{t[name]}</dt>
          {/* Part of a number would be a wrong number. */}
          <dd>
            {day && whole ? (
              n.toLocaleString(locale)
            ) : (
              <span className={classes.wait} role="img" aria-label={t.reading} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
