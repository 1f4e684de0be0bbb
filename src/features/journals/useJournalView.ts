/** What a journal is asked for, held by the address bar. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { JournalView } from './journalView.ts';
import { journalParams, journalViewFrom } from './journalView.ts';

/** Each choice is a step that Back undoes. Choices quicker than the address follow add up. */
export function useJournalView() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const address = params.toString();
  const view = useMemo(() => journalViewFrom(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<JournalView>) => {
      latest.current = journalParams(latest.current, part);
      void navigate({ search: latest.current.toString() });
    },
    [navigate],
  );
  return { view, change };
}
