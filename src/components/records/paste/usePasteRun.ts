/** The run that writes the good rows: outcomes by id, progress, stopping. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftOf } from '#src/domain/recordDraft.ts';
import type { PasteRow, PasteTarget } from '#src/domain/recordPaste.ts';
import type { DeclaredList } from '../declare.ts';
import type { PasteCalls, PasteEnd, PasteOutcome } from './pasteRun.ts';
import { runPaste } from './pasteRun.ts';

/** Outcomes come faster than the screen needs them. */
const SHOW_EVERY_MS = 120;
/** iRECA may take a moment until what it accepted is seen in its lists. */
const LOOK_AGAIN_MS = 1_500;

export type PasteRun = {
  /** By the record's id. */
  outcomes: ReadonlyMap<string, PasteOutcome>;
  running: boolean;
  /** How many the run under way, or the last one, was to send. */
  total: number;
  stopping: boolean;
  end: PasteEnd | null;
};

const IDLE: PasteRun = { outcomes: new Map(), running: false, total: 0, stopping: false, end: null };

export function usePasteRun({ source, slug }: DeclaredList, { fields }: Pick<PasteTarget, 'fields'>) {
  const client = useQueryClient();
  const [run, setRun] = useState(IDLE);
  const stop = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      // Whoever leaves has been asked; what was sent is finished, nothing more is begun.
      gone.current = true;
    };
  }, []);

  const start = useCallback(
    async (rows: readonly PasteRow[]) => {
      const calls: PasteCalls = {
        // Side by side: the proxy shares one reading of iRECA among equal questions.
        read: async () => {
          // A reading that has begun before the writing would tell of the time before it.
          await client.cancelQueries({ queryKey: source.queryKey });
          const [list, raw] = await Promise.all([
            client.fetchQuery({ ...source.list(client), staleTime: 0 }),
            source.readRaw(),
          ]);
          const drafts = list.records.map(
            (record) => [source.idOf(record), draftOf(fields, record)] as const,
          );
          return { raw, values: new Map(drafts) };
        },
        readOne: async (id) => {
          const one = await source.readOne(id);
          return one && { raw: one.raw, values: draftOf(fields, one.record) };
        },
        replace: source.replace,
        pause: () => new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS)),
      };
      stop.current = false;
      const outcomes = new Map<string, PasteOutcome>();
      setRun((held) => {
        for (const [id, outcome] of held.outcomes) outcomes.set(id, outcome);
        for (const { id } of rows) outcomes.set(id, { state: 'waiting' });
        return { ...IDLE, outcomes: new Map(outcomes), running: true, total: rows.length };
      });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const show = () => {
        timer = undefined;
        setRun((held) => ({ ...held, outcomes: new Map(outcomes) }));
      };
      const parent = fields.find(({ kind, from }) => kind === 'reference' && from === slug);
      const end = await runPaste(rows, fields, {
        calls,
        parentKey: parent?.key ?? null,
        stopped: () => stop.current || gone.current,
        onOutcome: ({ id }, outcome) => {
          outcomes.set(id, outcome);
          timer ??= setTimeout(show, SHOW_EVERY_MS);
        },
      });
      clearTimeout(timer);
      for (const [id, { state }] of outcomes) if (state === 'waiting') outcomes.delete(id);
      setRun((held) => ({ ...held, outcomes: new Map(outcomes), running: false, stopping: false, end }));
      void client.invalidateQueries({ queryKey: source.queryKey });
    },
    [client, source, slug, fields],
  );
  const askToStop = useCallback(() => {
    stop.current = true;
    setRun((held) => ({ ...held, stopping: held.running }));
  }, []);
  const forget = useCallback(() => setRun(IDLE), []);
  /** A mended row has yet to be sent. */
  const forgetRow = useCallback((id: string) => {
    setRun((held) => {
      if (!held.outcomes.has(id)) return held;
      const outcomes = new Map(held.outcomes);
      outcomes.delete(id);
      return { ...held, outcomes };
    });
  }, []);
  return { run, start, stop: askToStop, forget, forgetRow };
}
