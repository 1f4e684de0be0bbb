/** Printable run sheets, one per courier: `?courier=ids`, or a choice of who has open orders. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import button from '#src/components/buttons/iconButton.module.css';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import frame from '#src/components/format/ToolPage.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { ordersByCourier } from '#src/domain/runSheet.ts';
import { zonedTime } from '#src/lib/dates.ts';
import { paths } from '#src/lib/paths.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierChoice } from './CourierChoice.tsx';
import { Sheets } from './Sheets.tsx';
import classes from './RunSheetPage.module.css';

const MINUTE = 60_000;
const DAY_AND_HALF = 36 * 60 * MINUTE;
const NOTHING: ReadonlyMap<string, DispatchOrder> = new Map();

/** Midnight after `now` in the zone. */
function endOfToday(now: number, dayKey: (ms: number) => string, timeZone: string): number | null {
  const today = zonedTime(timeZone, dayKey(now), '00:00');
  return today === null ? null : zonedTime(timeZone, dayKey(today + DAY_AND_HALF), '00:00');
}

export function RunSheetPage() {
  const t = useWords(exchangeWords).sheet;
  const [search, setSearch] = useSearchParams();
  const chosen = useMemo(() => (search.get('courier') ?? '').split(',').filter((id) => id !== ''), [search]);
  const [allDays, setAllDays] = useState(false);
  const { timeZone } = useAppConfig();
  const { dayKey } = useFormat();
  const feed = useOrdersFeed(useQueryClient());
  const { directory, error, refetch } = useCourierDirectory();
  const until = endOfToday(useNow(MINUTE), dayKey, timeZone);
  const records = feed.data?.records ?? NOTHING;
  const settled = feed.data !== undefined && feed.data.loading === null;
  const byCourier = useMemo(
    () =>
      directory && settled ? ordersByCourier(records.values(), directory, allDays ? null : until) : null,
    [records, settled, directory, allDays, until],
  );
  const failure = error ?? feed.error;
  return (
    <section className={frame.page} aria-labelledby="run-sheet-title">
      <header className={`${frame.head} ${classes.head}`}>
        <Link className={button.button} to={paths.orders} aria-label={t.back} title={t.back}>
          <IconArrowLeft size={18} stroke={1.7} aria-hidden />
        </Link>
        <h2 id="run-sheet-title">{t.title}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t.period}
          value={allDays ? 'all' : 'today'}
          onChange={(value) => setAllDays(value === 'all')}
          data={[
            { value: 'today', label: t.today },
            { value: 'all', label: t.allDays },
          ]}
        />
        {chosen.length > 0 && (
          <div className={classes.deeds}>
            <Button variant="default" onClick={() => setSearch({})}>
              {t.others}
            </Button>
            <Button
              leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}
              onClick={() => window.print()}
            >
              {t.print}
            </Button>
          </div>
        )}
      </header>
      {!byCourier && failure !== null && (
        <div className={classes.body}>
          <ErrorNote
            error={failure}
            onRetry={() => {
              void refetch();
              void feed.refetch();
            }}
          />
        </div>
      )}
      {byCourier && directory && chosen.length === 0 && (
        <CourierChoice
          directory={directory}
          byCourier={byCourier}
          empty={allDays ? t.noneAtAll : t.none}
          onChoose={(ids) => setSearch({ courier: ids.join(',') })}
        />
      )}
      {byCourier && directory && chosen.length > 0 && (
        <Sheets couriers={chosen} directory={directory} byCourier={byCourier} />
      )}
    </section>
  );
}
