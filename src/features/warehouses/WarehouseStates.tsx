/** What stands in the pane when there is no warehouse to show, or nobody who may change one; what was done just now. */
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { To } from 'react-router';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseCard.module.css';
import { CardBar } from './WarehouseCard.tsx';
import page from './WarehousesPage.module.css';

type UnknownProps = {
  id: string;
  /** It may still come. */
  reading: boolean;
  back: To;
  /** Why the list could not be read. */
  children: ReactNode;
};

export function UnknownWarehouse({ id, reading, back, children }: UnknownProps) {
  const t = useWords(warehousesWords);
  return (
    <section className={classes.card} aria-label={t.card.region(id)}>
      <CardBar back={back} />
      {children ? (
        <div className={classes.state}>{children}</div>
      ) : reading ? (
        <p className={classes.state} role="status">
          {t.list.reading}
        </p>
      ) : (
        <div className={classes.state} role="alert">
          <strong>{t.card.unknown}</strong>
          <span>{t.card.unknownWhy(id)}</span>
        </div>
      )}
    </section>
  );
}

/** A link to a form, opened by somebody who only reads. */
export function NoForm({ back }: { back: To }) {
  const t = useWords(warehousesWords).form;
  return (
    <section className={classes.card} aria-label={t.forbidden}>
      <CardBar back={back} />
      <div className={classes.state} role="alert">
        <strong>{t.forbidden}</strong>
        <span>{t.forbiddenHint}</span>
      </div>
    </section>
  );
}

/** Null: nothing was done just now. */
export function SaidNote({ words, onHide }: { words: string | null; onHide: () => void }) {
  const t = useWords(warehousesWords);
  return (
    <div role="status">
      {words !== null && (
        <p className={page.said}>
          {words}
          <button type="button" aria-label={t.dismiss} onClick={onHide}>
            <IconX size={14} stroke={1.8} aria-hidden />
          </button>
        </p>
      )}
    </div>
  );
}
