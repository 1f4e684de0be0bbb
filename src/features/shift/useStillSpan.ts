/** A span that stays the same object while its times do: what is worked out of it need not be worked out each minute. */
import { useMemo } from 'react';
import type { Span } from '#src/domain/digestStep.ts';

export const useStillSpan = ({ from, until }: Span): Span => useMemo(() => ({ from, until }), [from, until]);
