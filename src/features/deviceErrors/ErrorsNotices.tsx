/** What is wrong with the feed of errors: iRECA's logs that cannot be read, a pull that failed, records set aside. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { DeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { ListNotices } from '#src/components/records/ListNotices.tsx';
import notices from '#src/components/records/ListNotices.module.css';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';

type ErrorsNoticesProps = { query: UseQueryResult<DeviceErrorsFeed>; onRetry: () => void };

export function ErrorsNotices({ query, onRetry }: ErrorsNoticesProps) {
  const t = useWords(deviceErrorsWords).states;
  const { problem: why } = useText().shell;
  const { time } = useFormat();
  const { data, error } = query;
  const setAside = [...(data?.setAside.values() ?? [])].map(({ key, reason }) => ({
    id: key,
    path: '',
    reason,
  }));
  return (
    <>
      {data?.problems.map(({ code, message, since }) => (
        <p key={code} className={notices.notice} data-level="risk" role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>
            <strong>{t.problem(time(since), message ?? why[code])}</strong>
            {data.records.size > 0 && ` ${t.stale}`}
          </span>
          <button type="button" className={notices.link} onClick={onRetry}>
            {t.retry}
          </button>
        </p>
      ))}
      <ListNotices error={data ? error : null} setAside={setAside} onRetry={onRetry} />
    </>
  );
}
