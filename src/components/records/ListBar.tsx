/** Above a list: what it is, how many there are, its search, and what can be done with it. */
import { IconClipboardPlus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { typesText } from '#src/components/orders/gridKeys.ts';
import { OVER_LIST } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { DeclaredList } from './declare.ts';
import { ListAge, RowHeight } from './ListAge.tsx';
import { ListExport } from './ListExport.tsx';
import { ListSearch } from './ListSearch.tsx';
import type { useRecordList } from './useRecordList.ts';
import classes from './ListBar.module.css';

type Found = ReturnType<typeof useRecordList>;

type ListBarProps = {
  list: DeclaredList;
  found: Found;
  admin: boolean;
  /** Addresses of the forms. */
  create: string;
  paste: string;
};

export function ListBar({ list, found, admin, create, paste }: ListBarProps) {
  const t = useWords(referencesWords);
  const words = useWords(recordsWords).lists[list.slug];
  const { query, rows, address, tableOf } = found;
  return (
    <div className={classes.bar} role="group" aria-label={t.bar.label}>
      <div className={classes.name}>
        <h2>{words.title}</h2>
        <Count found={found} />
        {!list.can.create && (
          <span className={classes.kept} title={t.keptHint}>
            {t.kept}
          </span>
        )}
      </div>
      <ListSearch list={words.title} q={address.q} onType={(q) => address.change({ q }, { replace: true })} />
      {list.keepsDeleted && (found.deleted > 0 || address.deleted) && (
        <button
          type="button"
          className={classes.toggle}
          aria-pressed={address.deleted}
          onClick={() => address.change({ deleted: address.deleted ? null : '1' })}
        >
          {t.deleted.show(found.deleted)}
        </button>
      )}
      <div className={classes.side}>
        <ListAge
          readAt={query.dataUpdatedAt}
          reading={query.isFetching}
          onRefresh={() => void query.refetch()}
        />
        <RowHeight />
        <ListExport title={words.title} count={rows.length} table={() => tableOf(rows)} />
        {admin && list.can.replace && (
          <Link className={classes.paste} to={paste} state={OVER_LIST} title={t.bar.paste}>
            <IconClipboardPlus size={16} stroke={1.7} aria-hidden />
            <span>{t.bar.paste}</span>
          </Link>
        )}
        {admin && list.can.create && <Create to={create} words={words.create} />}
      </div>
    </div>
  );
}

/** «Загружено 2 500…», «5 012», «12 из 5 012 · скрыто фильтром: 5 000»: iRECA never says how many there are. */
function Count({ found }: { found: Found }) {
  const t = useWords(referencesWords).count;
  const { query, rows, total, q } = found;
  if (!query.data) return null;
  const { whole, records } = query.data;
  const hidden = total - rows.length;
  return (
    <span className={classes.count} role="status">
      {!whole && <span>{t.loading(records.length)}</span>}
      {whole && q !== '' && <span>{t.shown(rows.length, total)}</span>}
      {whole && q === '' && (
        <>
          <span className={classes.short} title={t.wholeTitle(total)}>
            {t.whole(total)}
          </span>
          <span className={classes.long}>{t.wholeTitle(total)}</span>
        </>
      )}
      {q !== '' && hidden > 0 && <span>{t.hidden(hidden)}</span>}
    </span>
  );
}

/** `n` does the same. */
function Create({ to, words }: { to: string; words: string }) {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // By the place of the key: in the Russian layout it types «т».
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.code !== 'KeyN' || !plain || event.defaultPrevented || typesText(event.target)) return;
    if (document.querySelector('[role="dialog"], [role="menu"]')) return;
    event.preventDefault();
    void navigate(to, { state: OVER_LIST });
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Link className={classes.create} to={to} state={OVER_LIST} title={words} aria-keyshortcuts="n">
      <IconPlus size={16} stroke={1.9} aria-hidden />
      <span>{words}</span>
    </Link>
  );
}
