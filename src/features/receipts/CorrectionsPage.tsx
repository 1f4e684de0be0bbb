/** Correction receipts: of all couriers or one, the newest first, page by page; as a file and on paper. */
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useCorrections } from '#src/api/receipts.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { CourierField } from '#src/components/orders/CourierField.tsx';
import { DataTable } from '#src/components/records/DataTable.tsx';
import { ListAge, RowHeight } from '#src/components/records/ListAge.tsx';
import bar from '#src/components/records/ListBar.module.css';
import { ListExport } from '#src/components/records/ListExport.tsx';
import { ListNotices } from '#src/components/records/ListNotices.tsx';
import { ListPages } from '#src/components/records/ListPages.tsx';
import { Progress } from '#src/components/records/ListStates.tsx';
import { pageOf } from '#src/components/records/pageOf.ts';
import { useListAddress } from '#src/components/records/useListAddress.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import { CorrectionsEmpty } from './CorrectionsEmpty.tsx';
import { CorrectionsOnPaper } from './CorrectionsOnPaper.tsx';
import type { CorrectionRow } from './correctionRows.ts';
import { correctionExport, correctionRows, totalOf } from './correctionRows.ts';
import { useCorrectionColumns } from './useCorrectionColumns.tsx';
import { PAGE_SIZES, useCorrectionsView } from './useCorrectionsView.ts';
import classes from './CorrectionsPage.module.css';

const NO_SORTS: readonly string[] = [];
const idOf = ({ correctionReceiptId }: CorrectionRow) => correctionReceiptId;

export function CorrectionsPage() {
  const t = useWords(receiptsWords).corrections;
  const { timeZone } = useAppConfig();
  const { money } = useFormat();
  const { change } = useListAddress(NO_SORTS);
  const view = useCorrectionsView();
  const query = useCorrections(view.courier);
  const { directory } = useCourierDirectory();
  const columns = useCorrectionColumns();
  const rows = useMemo(
    () => correctionRows(query.data?.records ?? [], (id) => directory?.byId.get(id)?.title || t.number(id)),
    [query.data, directory, t],
  );
  const page = pageOf(rows, view.page, view.size);
  const total = totalOf(rows);
  const reload = () => void query.refetch();
  const choose = (courier: string | null) => change({ courier, page: null });
  const chosen = view.courier === null ? '' : directory?.byId.get(view.courier)?.title || view.courier;
  const whole = query.data?.whole ?? false;
  const found = whole ? t.count(rows.length) : t.soFar(rows.length);
  const sum = whole && total !== null ? t.total(money(total)) : '';
  // Paper does not turn its pages: that there are more of them is said on it.
  const part = page.rows.length < rows.length ? t.part(page.first + 1, page.first + page.rows.length) : '';
  return (
    <section className={classes.page} data-page="corrections" aria-label={t.title}>
      <div className={bar.bar} role="group" aria-label={t.title}>
        <CourierField onPick={choose} className={classes.picker} />
        {view.courier !== null && (
          <button
            type="button"
            className={classes.chip}
            aria-label={t.clear(chosen)}
            onClick={() => choose(null)}
          >
            {t.chip(chosen)}
            <IconX size={13} stroke={2} aria-hidden />
          </button>
        )}
        {query.data && (
          <span className={bar.count} role="status">
            <span>{found}</span>
            {sum !== '' && <span title={t.totalHint}>{sum}</span>}
          </span>
        )}
        <div className={bar.side}>
          <ListAge readAt={query.dataUpdatedAt} reading={query.isFetching} onRefresh={reload} />
          <RowHeight />
          <button
            type="button"
            className={bar.icon}
            aria-label={t.print}
            title={t.print}
            disabled={rows.length === 0}
            onClick={() => window.print()}
          >
            <IconPrinter size={17} stroke={1.7} aria-hidden />
          </button>
          <ListExport
            title={t.title}
            count={rows.length}
            table={() => correctionExport(rows, timeZone, t.heads)}
          />
        </div>
      </div>
      <ListNotices
        error={query.data ? query.error : null}
        setAside={query.data?.setAside ?? []}
        onRetry={reload}
      />
      {query.isFetching && query.data && <Progress />}
      <DataTable
        label={t.title}
        rows={page.rows}
        columns={columns}
        idOf={idOf}
        sort={null}
        onSort={() => undefined}
        view={`${view.courier} ${page.page} ${view.size}`}
        settled={whole}
        empty={
          <CorrectionsEmpty
            query={query}
            courier={view.courier === null ? null : chosen}
            onAll={() => choose(null)}
          />
        }
      />
      {rows.length > 0 && (
        <ListPages
          page={page.page}
          pages={page.pages}
          first={page.first}
          shown={page.rows.length}
          total={rows.length}
          onPage={(next) => change({ page: next === 1 ? null : String(next) })}
          sizes={{
            choices: PAGE_SIZES,
            size: view.size,
            onSize: (size) => change({ size: String(size), page: null }),
          }}
        />
      )}
      <CorrectionsOnPaper
        rows={page.rows}
        courier={chosen}
        summary={[`${found} ${sum}`.trim(), part].filter(Boolean).join(' · ')}
      />
    </section>
  );
}
