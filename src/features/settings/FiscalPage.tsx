/** Remote fiscalisation: the settings of Atol Online, and the link of Pechka54. */
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import { AdminOnly } from './AdminOnly.tsx';
import { AtolFields } from './AtolFields.tsx';
import { Pechka54 } from './Pechka54.tsx';
import { SentNote } from './SentNote.tsx';
import { useAtolForm } from './useAtolForm.ts';
import classes from './settings.module.css';

export function FiscalPage() {
  const t = useWords(settingsWords).nav;
  return (
    <AdminOnly title={t.fiscal}>
      <Fiscal />
    </AdminOnly>
  );
}

function Fiscal() {
  const t = useWords(settingsWords).fiscal;
  const work = useAtolForm();
  return (
    <section className={classes.page} aria-label={t.title}>
      <div className={classes.head}>
        <h2>{t.title}</h2>
      </div>
      <div className={classes.beside}>
        <AtolFields work={work} />
        <div className={classes.side}>
          <SentNote work={work} />
          <Pechka54 />
        </div>
      </div>
    </section>
  );
}
