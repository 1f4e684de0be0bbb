/** The numbers of a shift, out of the log and the board, kept current. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { Changes } from '#src/contracts/changes.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { Span } from '#src/domain/digestStep.ts';
import type { ShiftSummary } from '#src/domain/shiftSummary.ts';
import { shiftSummary } from '#src/domain/shiftSummary.ts';

const MINUTE_MS = 60_000;
const NOBODY = courierDirectory([], null);

/**
 * `summary` is undefined until both the log and the board are there; `namesUnread`: couriers stand in it by their
 * numbers, as their list could not be read.
 */
export function useShiftSummary(
  changes: Changes | undefined,
  span: Span,
): { summary: ShiftSummary | undefined; namesUnread: boolean } {
  const now = useNow(MINUTE_MS);
  const { data: feed } = useOrdersFeed(useQueryClient());
  const { directory = NOBODY, error } = useCourierDirectory();
  const records = feed && feed.loading === null ? feed.records : undefined;
  const summary = useMemo(
    () => (changes && records ? shiftSummary({ changes, records, directory, span, now }) : undefined),
    [changes, records, directory, span, now],
  );
  return { summary, namesUnread: directory === NOBODY && error !== null };
}
