/** A small button that puts a text on the clipboard and says whether it did. */
import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { fiscalWords } from '#src/locales/fiscalWords.ts';
import { useWords } from '#src/locales/language.tsx';

const SAID_MS = 1600;

/** @param props.label names what is copied. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useWords(fiscalWords);
  const { copy, copied, error } = useClipboard({ timeout: SAID_MS });
  const said = copied ? t.copied : error ? t.notCopied : '';
  const Icon = copied ? IconCheck : error ? IconAlertTriangle : IconCopy;
  return (
    <>
      <Tooltip label={said || label}>
        <ActionIcon
          variant="subtle"
          color={error ? 'red' : 'gray'}
          size={24}
          aria-label={label}
          onClick={() => copy(text)}
        >
          <Icon size={15} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
