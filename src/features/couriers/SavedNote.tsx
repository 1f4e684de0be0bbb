/** Says over the courier's page that it was created or saved just now: read back, not merely sent. */
import { IconCheck, IconX } from '@tabler/icons-react';
import { useLocation, useNavigate } from 'react-router';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './RemovedNote.module.css';
import { savedHow } from './savedState.ts';

/** Renders nothing when the page was come to by another way. */
export function SavedNote() {
  const words = useWords(courierPageWords);
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const how = savedHow(state);
  return (
    <div role="status" className={classes.place}>
      {how !== null && (
        <p className={classes.note}>
          <IconCheck size={16} stroke={1.9} aria-hidden />
          <span>{words.saved[how]}</span>
          <button
            type="button"
            aria-label={words.remove.hide}
            onClick={() => void navigate({ pathname, search }, { replace: true, state: null })}
          >
            <IconX size={14} stroke={1.9} aria-hidden />
          </button>
        </p>
      )}
    </div>
  );
}
