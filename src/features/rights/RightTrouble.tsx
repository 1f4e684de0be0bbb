/** At a cell whose change did not end as asked: a word, and behind it why and what can be done. */
import { Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError } from '#src/api/http.ts';
import type { RightCell } from '#src/api/rights.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import type { RightMark } from './rightMarks.ts';
import { clearMark } from './rightMarks.ts';
import type { RightTitles, RightWrites } from './useRightWrites.ts';
import classes from './RightSwitch.module.css';

type Props = {
  cell: RightCell;
  titles: RightTitles;
  mark: Exclude<RightMark, { is: 'pending' }>;
  writes: RightWrites;
};

export function RightTrouble({ cell, titles, mark, writes }: Props) {
  const t = useWords(rightsWords);
  const [opened, open] = useState(false);
  const words = useTroubleWords(mark);
  const name = t.cell(titles.action, titles.role);
  const then = (deed: () => void) => () => {
    open(false);
    deed();
  };
  return (
    <Popover opened={opened} onChange={open} width={300} position="bottom" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={classes.mark}
          data-mark={mark.is}
          aria-label={t.cellValue(name, t.mark[mark.is])}
          onClick={() => open(!opened)}
        >
          <IconAlertTriangle size={12} stroke={2} aria-hidden />
          {t.mark[mark.is]}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.trouble} role="dialog" aria-label={name}>
        <strong>{t.cellValue(name, mark.wanted ? t.trouble.wanted.allow : t.trouble.wanted.forbid)}</strong>
        <p>{words.what}</p>
        {words.said && <q>{words.said}</q>}
        {words.advice && <p>{words.advice}</p>}
        <div className={classes.deeds}>
          {mark.is !== 'refused' && (
            <button type="button" onClick={then(() => writes.check(cell, mark.wanted))}>
              {t.trouble.check}
            </button>
          )}
          <button
            type="button"
            onClick={then(() => writes.change({ ...cell, isAllowed: mark.wanted }, titles))}
          >
            {t.trouble.again}
          </button>
          <button type="button" onClick={then(() => clearMark(cell))}>
            {t.trouble.dismiss}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What happened, in whose words, and what helps. */
function useTroubleWords(mark: Props['mark']): { what: string; said: string | null; advice: string | null } {
  const t = useWords(rightsWords);
  const errorWords = useErrorWords();
  if (mark.is === 'otherwise') {
    const read = mark.read === null ? t.value.unknown : mark.read ? t.value.allowed : t.value.forbidden;
    return { what: t.trouble.otherwise(read), said: null, advice: null };
  }
  const { said, advice } = errorWords(mark.error);
  const refused = mark.error instanceof ApiError && mark.error.code === 'upstreamRefused';
  const what = mark.is === 'unsure' ? t.trouble.unsure : refused ? t.trouble.refused : t.trouble.notSent;
  return { what, said, advice: refused ? null : advice };
}
