/** Writing rights: one cell or a whole column, shown only after it was read back. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { RightCell, RightChange } from '#src/api/rights.ts';
import { changeRights, readAnew } from '#src/api/rights.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import { clearMark, isPending, markEnd, markPending, say } from './rightMarks.ts';

export type RightTitles = { action: string; role: string };

export type RightWrites = {
  /** Writes one cell. Does nothing while the cell is being written. */
  change: (change: RightChange, titles: RightTitles) => void;
  /** Writes a column in one call. */
  changeAll: (changes: readonly RightChange[], role: string) => void;
  /** Reads one cell again: the mark goes when it turns out as asked. */
  check: (cell: RightCell, wanted: boolean) => void;
};

/** The same functions as long as the language is the same. */
export function useRightWrites(): RightWrites {
  const client = useQueryClient();
  const t = useWords(rightsWords);

  const change = useCallback(
    (asked: RightChange, { action, role }: RightTitles) => {
      if (isPending(asked)) return;
      markPending([asked]);
      const cell = t.cell(action, role);
      void changeRights(client, [asked], (changed, end) => {
        markEnd(changed, end);
        const value = changed.isAllowed ? t.value.allowed : t.value.forbidden;
        say(end.is === 'done' ? t.said.done(cell, value) : t.said.trouble(cell, t.mark[end.is]));
      });
    },
    [client, t],
  );

  const changeAll = useCallback(
    (asked: readonly RightChange[], role: string) => {
      const free = asked.filter((one) => !isPending(one));
      if (free.length === 0) return;
      markPending(free);
      let done = 0;
      void changeRights(client, free, (changed, end) => {
        markEnd(changed, end);
        if (end.is === 'done') done += 1;
      }).then(() => say(t.said.column(role, done, free.length)));
    },
    [client, t],
  );

  const check = useCallback(
    (cell: RightCell, wanted: boolean) => {
      // A reading that fails leaves the mark as it is: nothing new is known.
      void readAnew(client, cell).then(
        (read) => read === wanted && clearMark(cell),
        () => {},
      );
    },
    [client],
  );

  return useMemo(() => ({ change, changeAll, check }), [change, changeAll, check]);
}
