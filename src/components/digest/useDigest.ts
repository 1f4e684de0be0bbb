/** What changed in a span of time, out of the log and the board, kept current. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useChanges } from '#src/api/changes.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { Changes } from '#src/contracts/changes.ts';
import type { Digest } from '#src/domain/digest.ts';
import { buildDigest } from '#src/domain/digest.ts';
import { digestMemory } from '#src/domain/digestMemory.ts';
import type { Span } from '#src/domain/digestStep.ts';

const MINUTE_MS = 60_000;

export type ReadDigest = {
  /** Undefined until both the log and the board are there. */
  digest: Digest | undefined;
  changes: Changes | undefined;
  error: Error | null;
  reading: boolean;
  retry: () => void;
};

/**
 * @param span null: nothing is asked. A span with an end is asked from its beginning all the same.
 * @param ownLogin whose deeds are left out; null = nobody's.
 */
export function useDigest(span: Span | null, ownLogin: string | null): ReadDigest {
  const { data: changes, error, isFetching, refetch } = useChanges(span?.from ?? null);
  const { data: feed } = useOrdersFeed(useQueryClient());
  const now = useNow(MINUTE_MS);
  const from = span?.from ?? null;
  const until = span?.until ?? null;
  const records = feed && feed.loading === null ? feed.records : undefined;
  // A day has ten thousand orders, and one of them changes each second.
  const [memory] = useState(digestMemory);
  const digest = useMemo(
    () =>
      changes && records && from !== null
        ? buildDigest({ changes, records, span: { from, until }, now, ownLogin }, memory)
        : undefined,
    [changes, records, from, until, now, ownLogin, memory],
  );
  return {
    digest,
    changes,
    error,
    reading: isFetching,
    retry: () => void refetch(),
  };
}
