/** Under correction receipts: which of them are shown, the ways to later and earlier ones, how many to a page. */
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import type { CorrectionsPart } from './correctionRows.ts';
import { PAGE_SIZES } from './useCorrectionsView.ts';
import classes from './CorrectionsPage.module.css';

type CorrectionPagesProps = {
  shown: CorrectionsPart;
  total: number;
  size: number;
  onPage: (page: number) => void;
  onSize: (size: number) => void;
};

export function CorrectionPages({ shown, total, size, onPage, onSize }: CorrectionPagesProps) {
  const t = useWords(receiptsWords).corrections.pages;
  const { page, pages, first, rows } = shown;
  const turns = [
    { name: t.newer, to: page - 1, Icon: IconChevronLeft },
    { name: t.older, to: page + 1, Icon: IconChevronRight },
  ];
  return (
    <nav className={classes.pages} aria-label={t.label}>
      <label className={classes.size}>
        {t.size}
        <select value={size} onChange={({ currentTarget }) => onSize(Number(currentTarget.value))}>
          {PAGE_SIZES.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
      <span className={classes.range} role="status">
        {t.range(first + 1, first + rows.length, total)}
      </span>
      {turns.map(({ name, to, Icon }) => {
        const off = to < 1 || to > pages;
        return (
          <button
            key={name}
            type="button"
            className={classes.turn}
            aria-label={name}
            title={name}
            // Stays reachable at either end, or the focus would be lost there.
            aria-disabled={off || undefined}
            onClick={() => !off && onPage(to)}
          >
            <Icon size={17} stroke={1.8} aria-hidden />
          </button>
        );
      })}
    </nav>
  );
}
