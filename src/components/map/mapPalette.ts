/** The palette as a canvas needs it: plain colours, read from the stylesheet whenever the theme changes. */
import { useMemo, useSyncExternalStore } from 'react';

const NAMES = [
  'panel',
  'line',
  'ink',
  'muted',
  'quiet',
  'accent',
  'on-accent',
  'late',
  'risk',
  'way',
  'map-land',
  'map-water',
  'map-park',
  'map-street',
  'map-label',
] as const;

export type MapPalette = Record<(typeof NAMES)[number], string>;

const SCHEME = 'data-mantine-color-scheme';

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: [SCHEME] });
  return () => observer.disconnect();
}

const scheme = () => document.documentElement.getAttribute(SCHEME) ?? 'light';

function readPalette(): MapPalette {
  const style = getComputedStyle(document.documentElement);
  const entries = NAMES.map(
    (name) => [name, style.getPropertyValue(`--pult-${name}`).trim() || 'gray'] as const,
  );
  return Object.fromEntries(entries) as MapPalette;
}

/** The colours of the theme at hand; a new object when the theme changes. */
export function useMapPalette(): { palette: MapPalette; scheme: string } {
  const name = useSyncExternalStore(subscribe, scheme);
  return useMemo(() => ({ palette: readPalette(), scheme: name }), [name]);
}
