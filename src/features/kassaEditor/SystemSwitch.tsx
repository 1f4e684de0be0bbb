/** «iRECA / Касса» at the top of a new order: each system has a form of its own. */
import { Link } from 'react-router';
import { newOrderAddress } from '#src/lib/paths.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import classes from './kassaEditor.module.css';

export function SystemSwitch() {
  const { systems } = useText().orders;
  const t = useWords(kassaEditorWords);
  return (
    <nav className={classes.systems} aria-label={t.system}>
      <Link to={newOrderAddress('ireca')}>{systems.ireca}</Link>
      <Link to={newOrderAddress('kassa')} aria-current="page">
        {systems.kassa}
      </Link>
    </nav>
  );
}
