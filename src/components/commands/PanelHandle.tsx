/** The upper edge of the panel: drag it, or use the arrows, to make the panel higher or lower. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { useText } from '#src/locales/language.tsx';
import { useCommandStore } from './commandStore.ts';
import classes from './OutcomePanel.module.css';

const LOWEST = 160;
const STEP = 32;
const USUAL = 420;

const highest = () => Math.max(LOWEST, window.innerHeight - 120);
const within = (height: number) => Math.round(Math.min(highest(), Math.max(LOWEST, height)));

export function PanelHandle() {
  const t = useText().commands.runs;
  const height = useCommandStore((state) => state.panelHeight);
  const setHeight = useCommandStore((state) => state.setPanelHeight);

  const drag = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget;
    const panel = handle.parentElement;
    if (!panel || event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    const bottom = panel.getBoundingClientRect().bottom;
    const move = (at: globalThis.PointerEvent) => setHeight(within(bottom - at.clientY));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const step = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const now = event.currentTarget.parentElement?.offsetHeight ?? USUAL;
    setHeight(within(now + (event.key === 'ArrowUp' ? STEP : -STEP)));
  };
  return (
    <div
      className={classes.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t.resize}
      aria-valuemin={LOWEST}
      aria-valuemax={highest()}
      aria-valuenow={height ?? USUAL}
      onPointerDown={drag}
      onKeyDown={step}
      onDoubleClick={() => setHeight(null)}
    />
  );
}
