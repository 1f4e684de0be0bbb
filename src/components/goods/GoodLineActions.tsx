/** The buttons of a line: details, up, down, copy, away. */
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronUp,
  IconCopyPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './GoodLineActions.module.css';

type GoodLineActionsProps = {
  position: number;
  last: boolean;
  disabled?: boolean;
  open: boolean;
  detailsId: string;
  onOpen: () => void;
  onMove: (by: -1 | 1) => void;
  onCopy: () => void;
  onRemove: () => void;
};

const ICON = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

export function GoodLineActions(props: GoodLineActionsProps) {
  const { position, last, disabled, open, detailsId, onOpen, onMove, onCopy, onRemove } = props;
  const t = useWords(formWords).goods;
  const cell = (what: string) => t.cell(what, position);
  return (
    <div className={classes.actions} role="group" aria-label={cell(t.column.actions)}>
      <IconButton
        label={cell(t.details)}
        title={t.details}
        expanded={open}
        controls={detailsId}
        onClick={onOpen}
      >
        {open ? <IconChevronUp {...ICON} /> : <IconChevronDown {...ICON} />}
      </IconButton>
      <IconButton label={cell(t.up)} title={t.up} off={disabled || position === 1} onClick={() => onMove(-1)}>
        <IconArrowUp {...ICON} />
      </IconButton>
      <IconButton label={cell(t.down)} title={t.down} off={disabled || last} onClick={() => onMove(1)}>
        <IconArrowDown {...ICON} />
      </IconButton>
      <IconButton label={cell(t.copy)} title={t.copy} off={disabled} onClick={onCopy}>
        <IconCopyPlus {...ICON} />
      </IconButton>
      <IconButton label={cell(t.remove)} title={t.remove} off={disabled} onClick={onRemove}>
        <IconTrash {...ICON} />
      </IconButton>
    </div>
  );
}

type IconButtonProps = {
  label: string;
  title: string;
  onClick: () => void;
  children: ReactNode;
  /** Keeps its focus, unlike a disabled button: the arrows are pressed until the line has arrived. */
  off?: boolean;
  expanded?: boolean;
  controls?: string;
};

function IconButton({ label, title, onClick, children, off, expanded, controls }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes.icon}
      aria-label={label}
      title={title}
      aria-disabled={off || undefined}
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      onClick={() => !off && onClick()}
    >
      {children}
    </button>
  );
}
