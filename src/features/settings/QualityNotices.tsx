/** What the findings do not rest on: lists and systems that could not be read, or are still being read. */
import { IconAlertTriangle, IconLoader2 } from '@tabler/icons-react';
import { ApiError } from '#src/api/http.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import notices from '#src/components/records/ListNotices.module.css';
import type { FeedProblem } from '#src/contracts/feed.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { QualitySource, useDataQuality } from './useDataQuality.ts';

type QualityNoticesProps = { quality: ReturnType<typeof useDataQuality> };

const isProblem = (error: unknown): error is FeedProblem =>
  typeof error === 'object' && error !== null && 'since' in error && !(error instanceof Error);

export function QualityNotices({ quality }: QualityNoticesProps) {
  const t = useWords(qualityWords);
  const nameOf = useSourceName();
  const why = useWhy();
  const { readings, refresh } = quality;
  const failed = readings.filter(({ error, data }) => error && !data);
  const stale = readings.filter(({ error, data }) => error && data);
  const coming = readings.filter(({ error, data }) => !error && !data);
  const told = (some: typeof readings) =>
    some.map(({ source, error }) => `${nameOf(source)} (${why(error)})`).join('; ');
  return (
    <>
      {failed.length > 0 && (
        <p className={notices.notice} role="alert" data-level="risk">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>{t.failed(told(failed))}</span>
          <button type="button" className={notices.link} onClick={refresh}>
            {t.retry}
          </button>
        </p>
      )}
      {stale.length > 0 && (
        <p className={notices.notice} role="status" data-level="risk">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>{t.stale(told(stale))}</span>
          <button type="button" className={notices.link} onClick={refresh}>
            {t.retry}
          </button>
        </p>
      )}
      {coming.length > 0 && (
        <p className={notices.notice} role="status">
          <IconLoader2 size={16} stroke={1.8} aria-hidden />
          <span>{t.loading(coming.map(({ source }) => nameOf(source)).join(', '))}</span>
        </p>
      )}
    </>
  );
}

function useSourceName(): (source: QualitySource) => string {
  const t = useWords(qualityWords);
  const { lists } = useWords(recordsWords);
  return (source) => {
    if (source === 'ireca' || source === 'kassa') return t.system[source];
    return source === 'licences' || source === 'positions' ? t.sources[source] : lists[source].title;
  };
}

/** The upstream's own words, or ours. */
function useWhy(): (error: unknown) => string {
  const words = useErrorWords();
  const { problem } = useText().shell;
  return (error) => {
    if (isProblem(error)) return error.message ?? problem[error.code];
    const { said, advice } = words(error);
    return error instanceof ApiError && said !== null ? `«${said}»` : advice;
  };
}
