/** Says over the list of couriers who was deleted just now; gone with the next step. */
import { IconCheck, IconX } from '@tabler/icons-react';
import { useLocation, useNavigate } from 'react-router';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './RemovedNote.module.css';
import { removedName } from './removedState.ts';

/** Renders nothing when nobody was. */
export function RemovedNote() {
  const t = useWords(courierPageWords).remove;
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const name = removedName(state);
  return (
    <div role="status" className={classes.place}>
      {name !== null && (
        <p className={classes.note}>
          <IconCheck size={16} stroke={1.9} aria-hidden />
          <span>{t.gone(name)}</span>
          <button
            type="button"
            aria-label={t.hide}
            onClick={() => void navigate({ pathname, search }, { replace: true, state: null })}
          >
            <IconX size={14} stroke={1.9} aria-hidden />
          </button>
        </p>
      )}
    </div>
  );
}
