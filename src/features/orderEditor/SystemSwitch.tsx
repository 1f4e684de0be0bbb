/** «iRECA / Касса» at the top of a new order: each system has a form of its own. */
import { Link } from 'react-router';
import { newOrderAddress } from '#src/lib/paths.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './EditorFields.module.css';

export function SystemSwitch() {
  const t = useWords(editorWords).system;
  return (
    <nav className={classes.systems} aria-label={t.legend}>
      <Link to={newOrderAddress('ireca')} aria-current="page">
        {t.ireca}
      </Link>
      <Link to={newOrderAddress('kassa')}>{t.kassa}</Link>
    </nav>
  );
}
