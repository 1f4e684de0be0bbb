/** The code of an error: a press copies it. Plain elements, for fifty of them stand on a page. */
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CopyCode.module.css';

const SAID_MS = 1600;

export function CopyCode({ code, onSaid }: { code: string; onSaid: (words: string) => void }) {
  const t = useWords(journalsWords).table;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (code === '') return <span className={classes.code}>{t.noCode}</span>;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
      onSaid(t.copied(code));
    } catch {
      onSaid(t.notCopied);
    }
  };
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <button
      type="button"
      className={classes.code}
      tabIndex={-1}
      aria-label={t.copyCode(code)}
      title={t.copyCode(code)}
      data-copied={copied || undefined}
      onClick={() => void copy()}
    >
      {code}
      <Icon size={12} stroke={1.9} aria-hidden />
    </button>
  );
}
