/** Prints one part of a page: `printed` says which, so that the others stay off the paper. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** `printed` is null but while the browser prints. */
export function usePrintOne(): { printed: number | null; print: (which: number) => void } {
  const [printed, setPrinted] = useState<number | null>(null);
  useEffect(() => {
    // Where printing does not hold up the page, it ends later than the call.
    const end = () => setPrinted(null);
    addEventListener('afterprint', end);
    return () => removeEventListener('afterprint', end);
  }, []);
  return {
    printed,
    print: (which) => {
      flushSync(() => setPrinted(which));
      window.print();
    },
  };
}
