/** Pages of a list, the newest first: which rows these are of how many, and the ways to the others; `[` and `]` turn them too. */
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { typesText } from '#src/components/orders/gridKeys.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import { pageChoice } from './pageOf.ts';
import classes from './ListPages.module.css';

type ListPagesProps = {
  page: number;
  pages: number;
  /** Of the rows on this page, from 0. */
  first: number;
  shown: number;
  total: number;
  onPage: (page: number) => void;
  /** How many rows to a page, where that can be chosen; then the line stays when there is but one page. */
  sizes?: { choices: readonly number[]; size: number; onSize: (size: number) => void };
};

export function ListPages({ page, pages, first, shown, total, onPage, sizes }: ListPagesProps) {
  const t = useWords(referencesWords).pages;
  const turn = (to: number) => {
    if (to >= 1 && to <= pages && to !== page) onPage(to);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // By the place of the key: in the Russian layout it types «х» and «ъ».
    const by = { BracketLeft: -1, BracketRight: 1 }[event.code];
    if (by === undefined || event.defaultPrevented || typesText(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    turn(page + by);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (pages === 1 && !sizes) return null;
  return (
    <nav className={classes.pages} aria-label={t.label}>
      {sizes && (
        <label className={classes.size}>
          {t.size}
          <select
            value={sizes.size}
            onChange={({ currentTarget }) => sizes.onSize(Number(currentTarget.value))}
          >
            {sizes.choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      )}
      <span className={classes.range} role="status">
        {t.range(first + 1, first + shown, total)}
      </span>
      <span className={classes.turns}>
        <Turn label={t.previous} shortcut={t.keys.previous} off={page === 1} onTurn={() => turn(page - 1)}>
          <IconChevronLeft size={16} stroke={1.8} aria-hidden />
        </Turn>
        {pageChoice(page, pages).map((n, index) =>
          n === null ? (
            <span key={`gap ${index}`} className={classes.gap} aria-hidden>
              {t.gap}
            </span>
          ) : (
            <button
              key={n}
              type="button"
              className={classes.page}
              aria-label={t.page(n)}
              aria-current={n === page ? 'page' : undefined}
              onClick={() => turn(n)}
            >
              {n}
            </button>
          ),
        )}
        <Turn label={t.next} shortcut={t.keys.next} off={page === pages} onTurn={() => turn(page + 1)}>
          <IconChevronRight size={16} stroke={1.8} aria-hidden />
        </Turn>
      </span>
    </nav>
  );
}

type TurnProps = {
  label: string;
  shortcut: string;
  off: boolean;
  onTurn: () => void;
  children: React.ReactNode;
};

/** Stays in place at either end, or the focus would be lost there. */
function Turn({ label, shortcut, off, onTurn, children }: TurnProps) {
  return (
    <button
      type="button"
      className={classes.turn}
      aria-label={label}
      title={`${label} ${shortcut}`}
      aria-keyshortcuts={shortcut}
      aria-disabled={off || undefined}
      onClick={onTurn}
    >
      {children}
    </button>
  );
}
