/** «Качество данных»: every record that is odd, and why; each leads to where it can be put right. */
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DataTable } from '#src/components/records/DataTable.tsx';
import { Progress } from '#src/components/records/ListStates.tsx';
import { useListAddress } from '#src/components/records/useListAddress.ts';
import side from '#src/components/records/SideNav.module.css';
import type { Finding, QualityKind } from '#src/domain/dataQuality.ts';
import { QUALITY_KINDS, countKinds, filterFindings } from '#src/domain/dataQuality.ts';
import { sortRecords } from '#src/domain/recordOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import { CopyKey } from './CopyKey.tsx';
import { QualityBar } from './QualityBar.tsx';
import { QualityEmpty } from './QualityEmpty.tsx';
import { QualityKinds } from './QualityKinds.tsx';
import { QualityNotices } from './QualityNotices.tsx';
import { useDataQuality } from './useDataQuality.ts';
import { addressOf, useFindingWords } from './useFindingWords.ts';
import { SORTED_BY, useQualityColumns } from './useQualityColumns.tsx';
import classes from './quality.module.css';

const isKind = (text: string | null): text is QualityKind =>
  text !== null && (QUALITY_KINDS as readonly string[]).includes(text);
const isOver = ({ over }: Finding) => over;
const keyOfRow = ({ key }: Finding) => key;
const deeds = (one: Finding) => <CopyKey subject={one.subject} />;

export function QualityPage() {
  const t = useWords(qualityWords);
  const { locale } = useText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const quality = useDataQuality();
  const address = useListAddress(SORTED_BY);
  const words = useFindingWords();
  const { columns, tableOf } = useQualityColumns(words);

  const asked = params.get('kind');
  const kind = isKind(asked) ? asked : null;
  const query = useDeferredValue(address.q).trim();
  const { findings } = quality;
  const { sort, deleted: over } = address;
  const ofKind = useMemo(() => filterFindings(findings, { kind, query: '', over: true }), [findings, kind]);
  const standing = useMemo(() => ofKind.filter((one) => over || !one.over), [ofKind, over]);
  const rows = useMemo(() => {
    const found = filterFindings(standing, { kind: null, query, over: true });
    const by = columns.find(({ id }) => id === sort?.column)?.sortBy;
    return by ? sortRecords(found, by, sort?.down ?? false, locale) : found;
  }, [standing, query, columns, sort, locale]);
  const counts = useMemo(() => countKinds(findings.filter((one) => over || !one.over)), [findings, over]);
  const byKey = useMemo(() => new Map(rows.map((one) => [one.key, one])), [rows]);
  const hrefOf = useCallback(
    (key: string) => {
      const one = byKey.get(key);
      return one ? addressOf(one.subject) : '';
    },
    [byKey],
  );
  const unread = quality.readings.some(({ data }) => !data);

  return (
    <section className={classes.page} aria-label={t.title}>
      <QualityKinds kind={kind} counts={counts} unread={unread} />
      <div className={side.content}>
        <QualityBar
          kind={kind}
          counts={counts}
          shown={rows.length}
          total={standing.length}
          closed={ofKind.filter(isOver).length}
          address={address}
          quality={quality}
          table={() => tableOf(rows)}
        />
        {quality.fetching && findings.length > 0 && <Progress />}
        <QualityNotices quality={quality} />
        {kind !== null && <p className={classes.lead}>{t.leads[kind]}</p>}
        <DataTable
          label={kind === null ? t.all : t.kinds[kind]}
          rows={rows}
          columns={columns}
          idOf={keyOfRow}
          sort={sort}
          onSort={address.setSort}
          hrefOf={hrefOf}
          onOpen={(key) => void navigate(hrefOf(key))}
          deeds={deeds}
          muted={isOver}
          mutedWord={t.overMark}
          view={`${kind ?? ''} ${query} ${String(over)} ${sort?.column ?? ''} ${String(sort?.down)}`}
          settled={!unread}
          empty={
            <QualityEmpty
              kind={kind}
              hidden={standing.length - rows.length}
              closed={over ? 0 : ofKind.length - standing.length}
              unread={unread}
              change={address.change}
            />
          }
        />
      </div>
    </section>
  );
}
