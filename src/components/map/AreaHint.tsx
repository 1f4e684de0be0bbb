/** The bar over the map while a tool is in hand: what to do next, what becomes of the selection, how to stop. */
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { areaWords } from '#src/locales/areaWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { AREA_MODES } from './areaMode.ts';
import type { AreaShape } from './areaShape.ts';
import classes from './AreaSelect.module.css';
import { useAreaTool } from './areaTool.ts';

type Props = {
  shape: AreaShape | null;
  /** Something is selected already, so there is something to add to. */
  some: boolean;
  onClose: () => void;
  onBack: () => void;
};

export function AreaHint({ shape, some, onClose, onBack }: Props) {
  const t = useWords(areaWords);
  const { tool, mode, take, setMode } = useAreaTool();
  if (tool === null) return null;
  const corners = shape?.kind === 'polygon' ? shape.corners.length : 0;
  const words =
    tool === 'rectangle'
      ? shape
        ? t.hint.drag
        : t.hint.rectangle
      : corners < 3
        ? t.hint.polygon
        : t.hint.polygonEnd;
  return (
    <div className={classes.hint} role="group" aria-label={t.hint.label} data-area-hint={tool}>
      <span className={classes.words}>{words}</span>
      {some && (
        <span className={classes.modes} role="radiogroup" aria-label={t.hint.mode}>
          {AREA_MODES.map((one) => (
            <label key={one} data-on={one === mode || undefined}>
              <input
                type="radio"
                name="pult-area-mode"
                checked={one === mode}
                onChange={() => setMode(one)}
              />
              {t.modes[one]}
            </label>
          ))}
        </span>
      )}
      {corners > 0 && (
        <button
          type="button"
          className={classes.icon}
          aria-label={t.hint.back}
          title={t.hint.back}
          onClick={onBack}
        >
          <IconArrowBackUp size={16} stroke={1.7} aria-hidden />
        </button>
      )}
      {tool === 'polygon' && (
        <button type="button" className={classes.done} disabled={corners < 3} onClick={onClose}>
          {t.hint.done}
        </button>
      )}
      <button
        type="button"
        className={classes.icon}
        aria-label={t.hint.cancel}
        title={t.hint.cancel}
        onClick={() => take(null)}
      >
        <IconX size={16} stroke={1.7} aria-hidden />
      </button>
    </div>
  );
}
