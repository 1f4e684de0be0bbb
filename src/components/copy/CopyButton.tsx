/** A button that puts a text on the clipboard, says what it copied, and says so when the browser refuses. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { copyWords } from '#src/locales/copyWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useCopy } from './useCopy.ts';
import classes from './CopyButton.module.css';

type CopyIcon = typeof IconCopy;

type CopyButtonProps = {
  /** A function is asked at the press. */
  text: string | (() => string);
  /** What the text is: «ФН», «сводка». */
  what: string;
  /** The name of the button; without it made of `what`. */
  label?: string;
  /** What to do instead when the browser refuses. */
  advice?: string;
  /** `icon` (usual) · `words`: the label is written on it · `plain`: dressed by its place, light enough for a row. */
  look?: 'icon' | 'words' | 'plain';
  /** Of a plain one. In a row: `tabIndex={-1}`, → and ← walk to it. */
  className?: string | undefined;
  tabIndex?: -1;
  /** What a plain one holds, given its icon. */
  children?: (Icon: CopyIcon) => ReactNode;
};

const ICONS = { copied: IconCheck, refused: IconAlertTriangle };

export function CopyButton({ text, what, advice, look = 'icon', ...rest }: CopyButtonProps) {
  const t = useWords(copyWords);
  const { copy, state, said } = useCopy();
  const button = useRef<HTMLButtonElement>(null);
  const label = rest.label ?? t.label(what);
  const Icon = state ? ICONS[state] : IconCopy;
  // For the eye, which sees what was pressed: that it was copied, or why it was not.
  const seen = state === 'refused' ? said : state && look !== 'words' ? t.copied : null;
  const icon = <Icon size={15} stroke={1.7} aria-hidden />;
  const press = {
    ref: button,
    onClick: () => void copy(typeof text === 'function' ? text() : text, what, advice),
  };
  return (
    <>
      {look === 'words' ? (
        <Button variant="default" size="xs" leftSection={icon} {...press}>
          {state ? t[state] : label}
        </Button>
      ) : look === 'icon' ? (
        <Tooltip label={label} disabled={state !== null}>
          <ActionIcon
            variant="subtle"
            color={state === 'refused' ? 'red' : 'gray'}
            size={24}
            aria-label={label}
            {...press}
          >
            {icon}
          </ActionIcon>
        </Tooltip>
      ) : (
        <button
          type="button"
          className={rest.className}
          tabIndex={rest.tabIndex}
          aria-label={label}
          title={label}
          data-copied={state === 'copied' || undefined}
          {...press}
        >
          {rest.children ? rest.children(Icon) : icon}
        </button>
      )}
      {seen !== null && <Tooltip opened target={button} label={seen} />}
      <span role="status" className={classes.said}>
        {said}
      </span>
    </>
  );
}
