/** The columns of the table of findings, and the same as a table for a file. */
import { useMemo } from 'react';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DataColumn } from '#src/components/records/DataTable.tsx';
import type { Finding } from '#src/domain/dataQuality.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import type { FindingWords } from './useFindingWords.ts';
import { keyOf } from './useFindingWords.ts';
import classes from './quality.module.css';

export const SORTED_BY = ['subject', 'kind', 'detail', 'where'] as const;

type QualityColumn = DataColumn<Finding> & { id: (typeof SORTED_BY)[number] };

const SET_ASIDE = new Set<Finding['kind']>(['orderSetAside', 'recordSetAside', 'licenceSetAside']);

/** The same array and function until words change. */
export function useQualityColumns(words: FindingWords) {
  const t = useWords(qualityWords);
  return useMemo(() => {
    const column = (
      id: QualityColumn['id'],
      width: number,
      cell: QualityColumn['cell'],
      rest: Partial<QualityColumn>,
    ): QualityColumn => ({
      id,
      label: t.columns[id],
      width,
      cell,
      sortBy: (one) => sortText(words, id, one),
      ...rest,
    });
    const columns = [
      column('subject', 190, words.subject, { card: 'main', grow: true }),
      column('kind', 212, words.kind, { card: 'end' }),
      column(
        'detail',
        300,
        (one) =>
          SET_ASIDE.has(one.kind) ? (
            <code className={classes.reason}>{words.detail(one)}</code>
          ) : (
            words.detail(one)
          ),
        { card: 'more' },
      ),
      column(
        'where',
        120,
        (one) =>
          one.subject.what === 'order' ? <SystemBadge system={one.subject.system} /> : words.where(one),
        { card: 'more' },
      ),
    ];
    return {
      columns,
      tableOf: (findings: readonly Finding[]): ExportTable => ({
        heads: [t.columns.subject, t.key, t.columns.kind, t.columns.detail, t.columns.where],
        rows: findings.map((one) => [
          words.subject(one),
          keyOf(one.subject) || null,
          words.kind(one),
          words.detail(one) || null,
          one.subject.what === 'order' ? t.system[one.subject.system] : words.where(one),
        ]),
      }),
    };
  }, [t, words]);
}

const sortText = (words: FindingWords, id: QualityColumn['id'], one: Finding): string =>
  id === 'where' && one.subject.what === 'order'
    ? `${words.where(one)} ${one.subject.system}`
    : words[id](one);
