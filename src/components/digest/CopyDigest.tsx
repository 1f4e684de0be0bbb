/** «Скопировать текстом»: the whole digest, as it is now. */
import { Button, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useNow } from '#src/components/board/useNow.ts';
import type { Digest } from '#src/domain/digest.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { digestText } from './digestText.ts';
import { useEntryWords } from './useEntryWords.ts';

const SAID_MS = 2000;
const MINUTE_MS = 60_000;

export function CopyDigest({ digest, heading }: { digest: Digest; heading: string }) {
  const t = useWords(digestWords);
  const wordsOf = useEntryWords(useNow(MINUTE_MS));
  const { copy, copied, error } = useClipboard({ timeout: SAID_MS });
  const Icon = copied ? IconCheck : error ? IconAlertTriangle : IconCopy;
  const said = copied ? t.copied : error ? t.notCopied : '';
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon size={15} stroke={1.7} aria-hidden />}
        onClick={() => copy(digestText(digest, heading, t, wordsOf))}
      >
        {said || t.copy}
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
