/** Where the saving of a record stands: one at a time, and what is not confirmed is looked after by itself. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OneRecord } from '#src/api/resource.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import type { DraftValues, RecordMerge } from '#src/domain/recordDraft.ts';
import type { RecordCalls, SavedRecord, Sending } from './saveRecord.ts';
import { verdictOf } from './saveRecord.ts';

export type RecordSaving =
  | { phase: 'idle' }
  | { phase: 'saving' }
  /** `key`: the field that iRECA names in its refusal. */
  | { phase: 'refused'; key: string | null; message: string }
  | { phase: 'notSent'; error: unknown }
  | { phase: 'taken'; id: string }
  | { phase: 'gone' }
  | { phase: 'unchanged' }
  /** Read anew: what was sent is not there. */
  | { phase: 'absent'; sending: Sending; accepted: boolean }
  | {
      phase: 'unconfirmed';
      sending: Sending;
      accepted: boolean;
      looks: number;
      looking: boolean;
      unreadable: boolean;
    }
  /** Somebody else changed it meanwhile; nothing was written. */
  | {
      phase: 'merging';
      merge: RecordMerge;
      opened: DraftValues;
      theirs: DraftValues;
      read: OneRecord<AnyRecord>;
    }
  | { phase: 'saved'; saved: SavedRecord; sending: Sending };

/** When it is looked by itself, ms after the failure or the last look. */
const LOOKS = [800, 2500, 5000] as const;

/** `run` does nothing while another job runs. */
export function useRecordSaving(calls: RecordCalls) {
  const [saving, setSaving] = useState<RecordSaving>({ phase: 'idle' });
  const busy = useRef(false);

  const run = useCallback(async (job: () => Promise<RecordSaving>) => {
    if (busy.current) return;
    busy.current = true;
    setSaving({ phase: 'saving' });
    try {
      setSaving(await job());
    } catch (error) {
      setSaving({ phase: 'notSent', error });
    } finally {
      busy.current = false;
    }
  }, []);

  const look = useCallback(
    async (from: Extract<RecordSaving, { phase: 'unconfirmed' }>, byHand: boolean) => {
      if (busy.current) return;
      busy.current = true;
      const { sending, accepted } = from;
      setSaving({ ...from, looking: true, unreadable: false });
      const verdict = await verdictOf(calls, sending);
      busy.current = false;
      const looks = from.looks + 1;
      if (verdict.kind === 'saved') setSaving({ phase: 'saved', saved: verdict, sending });
      else if (verdict.kind === 'absent' && (byHand || looks >= LOOKS.length)) {
        setSaving({ phase: 'absent', sending, accepted });
      } else setSaving({ ...from, looks, looking: false, unreadable: verdict.kind === 'unreadable' });
    },
    [calls],
  );

  useEffect(() => {
    if (saving.phase !== 'unconfirmed' || saving.looking) return;
    const delay = LOOKS[saving.looks];
    if (delay === undefined) return;
    const timer = setTimeout(() => void look(saving, false), delay);
    return () => clearTimeout(timer);
  }, [saving, look]);

  const lookNow = useCallback(() => {
    if (saving.phase === 'unconfirmed') void look(saving, true);
  }, [saving, look]);
  const dismiss = useCallback(() => setSaving({ phase: 'idle' }), []);
  return { saving, run, lookNow, dismiss };
}
