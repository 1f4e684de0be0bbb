/** The map alone on the whole screen, and back. Stands among the map's buttons. */
import { VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import './FullscreenButton.css';
import { MapButton } from './MapButtons.tsx';
import { enterWholeScreen, leaveWholeScreen, useWholeScreen } from './wholeScreen.ts';

/** There these keys belong to what is open. */
const ELSEWHERE = '[role=dialog], [role=menu], [role=listbox]';
const elsewhere = (event: KeyboardEvent) =>
  event.target instanceof Element && event.target.closest(ELSEWHERE) !== null;

/** Also by `F`, on any keyboard layout; Esc leaves when nothing else has a use for it. */
export function FullscreenButton() {
  const t = useWords(mapToolsWords).screen;
  const whole = useWholeScreen((screen) => screen.whole);
  const [before, setBefore] = useState(whole);
  const [said, say] = useState('');
  // However it came about: by the button, a key, or the browser's own Esc.
  if (before !== whole) {
    setBefore(whole);
    say(whole ? t.entered : t.left);
  }

  const flip = () => (whole ? leaveWholeScreen() : void enterWholeScreen());

  useHotkeys([
    [
      'F',
      (event) => {
        if (!elsewhere(event)) flip();
      },
      { usePhysicalKeys: true },
    ],
  ]);

  useEffect(() => {
    if (!whole) return;
    // Heard last, on the window: whoever had a use for Esc has taken it by then.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || elsewhere(event)) return;
      leaveWholeScreen();
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [whole]);

  // Whoever goes to another page wants its header back.
  useEffect(() => leaveWholeScreen, []);

  const Icon = whole ? IconMinimize : IconMaximize;
  return (
    <div>
      <MapButton label={whole ? t.leave : t.enter} pressed={whole} onClick={flip}>
        <Icon size={16} stroke={1.7} aria-hidden />
      </MapButton>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
