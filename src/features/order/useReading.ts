/** Whether a card may ask its system for the whole order yet. */
import { useEffect, useState } from 'react';

/** Long enough for a held key to have moved on. */
const REST_MS = 180;

/**
 * False for a moment when the dispatcher is leafing through the list: nobody reads that order, and the system is spared
 * half a dozen questions about each one passed. Otherwise true from the beginning.
 */
export function useReading(leafing: boolean): boolean {
  const [reading, setReading] = useState(!leafing);
  useEffect(() => {
    if (reading) return;
    const timer = setTimeout(() => setReading(true), REST_MS);
    return () => clearTimeout(timer);
  }, [reading]);
  return reading;
}
