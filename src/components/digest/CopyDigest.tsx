/** «Скопировать текстом»: the whole digest, as it is now. */
import { useNow } from '#src/components/board/useNow.ts';
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import type { Digest } from '#src/domain/digest.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { digestText } from './digestText.ts';
import { useEntryWords } from './useEntryWords.ts';

const MINUTE_MS = 60_000;

type Props = {
  digest: Digest;
  heading: string;
  /** Lines that stand above the orders, for what no group counts. */
  told?: readonly string[];
};

export function CopyDigest({ digest, heading, told = [] }: Props) {
  const t = useWords(digestWords);
  const wordsOf = useEntryWords(useNow(MINUTE_MS));
  const text = () => digestText(digest, [heading, ...told], t, wordsOf);
  return <CopyButton look="words" text={text} what={t.what} label={t.copy} />;
}
