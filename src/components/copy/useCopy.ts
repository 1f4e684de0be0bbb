/** Puts a text on the clipboard, and tells for a while what was copied, or that the browser refused. */
import { useEffect, useState } from 'react';
import { copyWords } from '#src/locales/copyWords.ts';
import { useWords } from '#src/locales/language.tsx';

type Outcome = { state: 'copied' | 'refused'; said: string };

/** A refusal is longer to read. */
const SAID_MS: Record<Outcome['state'], number> = { copied: 2_000, refused: 6_000 };

/** Gives `copy(text, what, advice?)`: `what` names the text, `advice` is said in place of the usual words of a refusal. */
export function useCopy() {
  const t = useWords(copyWords);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS[outcome.state]);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (text: string, what: string, advice = t.refusedWhy) => {
    // Said anew when it is pressed again.
    setOutcome(null);
    try {
      // Without https the browser has no clipboard for pages: that throws, too.
      await navigator.clipboard.writeText(text);
      setOutcome({ state: 'copied', said: t.copiedWhat(what) });
    } catch {
      setOutcome({ state: 'refused', said: advice });
    }
  };
  return { copy, state: outcome?.state ?? null, said: outcome?.said ?? '' };
}
