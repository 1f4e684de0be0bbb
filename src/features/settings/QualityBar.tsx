/** Over the table of findings: which kind, how many, its search, what is over, age, a file. */
import { Modal } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useGiveBackFocus } from '#src/components/focus/useGiveBackFocus.ts';
import { ListAge, RowHeight } from '#src/components/records/ListAge.tsx';
import bar from '#src/components/records/ListBar.module.css';
import { ListExport } from '#src/components/records/ListExport.tsx';
import { ListSearch } from '#src/components/records/ListSearch.tsx';
import type { ListAddress } from '#src/components/records/useListAddress.ts';
import type { QualityKind } from '#src/domain/dataQuality.ts';
import { AREAS, QUALITY_AREAS } from '#src/domain/dataQuality.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import { InstallationFacts } from './InstallationFacts.tsx';
import type { useDataQuality } from './useDataQuality.ts';
import classes from './quality.module.css';

type QualityBarProps = {
  kind: QualityKind | null;
  counts: ReadonlyMap<QualityKind, number>;
  shown: number;
  /** Without the search. */
  total: number;
  /** Of this kind, over. */
  closed: number;
  address: ListAddress;
  quality: ReturnType<typeof useDataQuality>;
  table: () => ExportTable;
};

export function QualityBar(props: QualityBarProps) {
  const { kind, counts, shown, total, closed, address, quality, table } = props;
  const t = useWords(qualityWords);
  const title = kind === null ? t.all : t.kinds[kind];
  const [told, setTold] = useState(false);
  return (
    <div className={bar.bar} role="group" aria-label={t.bar}>
      <div className={`${bar.name} ${classes.name}`} data-plain={shown === total || undefined}>
        <h2 className={classes.title}>{title}</h2>
        <span className={bar.count} role="status">
          {shown === total ? t.count(total) : t.shown(shown, total)}
          {shown < total && <span>{t.hidden(total - shown)}</span>}
        </span>
      </div>
      <KindChoice kind={kind} counts={counts} change={address.change} />
      <ListSearch list={title} q={address.q} onType={(q) => address.change({ q }, { replace: true })} />
      {(closed > 0 || address.deleted) && (
        <button
          type="button"
          className={bar.toggle}
          aria-pressed={address.deleted}
          onClick={() => address.change({ deleted: address.deleted ? null : '1' })}
        >
          {t.over(closed)}
        </button>
      )}
      <div className={bar.side}>
        <ListAge readAt={quality.readAt} reading={quality.fetching} onRefresh={quality.refresh} />
        <RowHeight />
        <ListExport title={`${t.title}, ${title}`} count={shown} table={table} />
        <button
          type="button"
          className={`${bar.icon} ${classes.narrowOnly}`}
          aria-label={t.facts.open}
          title={t.facts.open}
          aria-haspopup="dialog"
          onClick={() => setTold(true)}
        >
          <IconInfoCircle size={17} stroke={1.7} aria-hidden />
        </button>
      </div>
      {told && <FactsDialog onClose={() => setTold(false)} />}
    </div>
  );
}

type KindChoiceProps = Pick<QualityBarProps, 'kind' | 'counts'> & { change: ListAddress['change'] };

/** Where there is no room for the list of kinds. */
function KindChoice({ kind, counts, change }: KindChoiceProps) {
  const t = useWords(qualityWords);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <select
      className={classes.choice}
      aria-label={t.choose}
      value={kind ?? ''}
      onChange={(event) => change({ kind: event.currentTarget.value || null })}
    >
      <option value="">{`${t.all} · ${total}`}</option>
      {AREAS.map((area) => (
        <optgroup key={area} label={t.areas[area]}>
          {QUALITY_AREAS[area].map((own) => (
            <option key={own} value={own}>
              {`${t.kinds[own]} · ${counts.get(own) ?? 0}`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function FactsDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(qualityWords);
  const { close } = useText().shell;
  useGiveBackFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.facts.title}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': close }}
    >
      <InstallationFacts />
    </Modal>
  );
}
