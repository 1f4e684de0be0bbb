/** One value of a record in a table, as its declaration says: a sum, a title, a link, a picture. */
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatPhone, phoneLink } from '#src/lib/phone.ts';
import type { references } from '#src/locales/ru/references.ts';
import { Picture } from './Picture.tsx';
import { webLink } from './pictureSource.ts';
import type { TitleList } from './recordTitles.ts';
import type { ValueKind } from './recordValue.ts';
import { dayText, plainText, stockOf, stockTotal } from './recordValue.ts';
import classes from './RecordCells.module.css';

export type CellWords = (typeof references)['table'];
type CellFormat = { money: (kopecks: number) => string; number: (value: number) => string };

/** Null where there is nothing to show. */
export function recordCell(value: unknown, kind: ValueKind, t: CellWords, format: CellFormat): ReactNode {
  if (kind.kind === 'money') return typeof value === 'number' ? format.money(value) : null;
  if (kind.kind === 'number') return typeof value === 'number' ? format.number(value) : null;
  if (kind.kind === 'stock') return stockCell(value, kind.titles, t, format);
  const text = plainText(value);
  if (text === '') return null;
  switch (kind.kind) {
    case 'id':
      return <span className={classes.quiet}>{text}</span>;
    case 'mark':
      return <span className={classes.mark}>{text === 'standard' ? t.standard : text}</span>;
    case 'picture':
      return <Picture address={text} />;
    case 'day':
      return dayText(text);
    case 'reference':
      return referenceCell(text, kind.titles, t);
    case 'phone': {
      const href = phoneLink(text);
      const shown = formatPhone(text);
      return href === null ? shown : link(href, shown, t.call(shown));
    }
    case 'email':
      return link(`mailto:${text}`, text, text);
    case 'url':
      return urlCell(text, t);
    default:
      return <span title={text.length > 18 ? text : undefined}>{text}</span>;
  }
}

const link = (href: string, words: string, title: string) => (
  <a className={classes.link} href={href} tabIndex={-1} title={title}>
    {words}
  </a>
);

function urlCell(text: string, t: CellWords): ReactNode {
  const href = webLink(text);
  if (href === null) return text;
  return (
    <a
      className={classes.link}
      href={href}
      target="_blank"
      rel="noreferrer"
      tabIndex={-1}
      title={text}
      aria-label={t.openLink}
    >
      <IconExternalLink size={15} stroke={1.7} aria-hidden />
    </a>
  );
}

/** An id that its list does not know is shown as it is, and marked; one whose list is still coming is only quiet. */
function referenceCell(id: string, { titles, whole }: TitleList, t: CellWords): ReactNode {
  const found = titles.get(id);
  if (found && found.title !== '') {
    return found.deleted ? (
      <span className={classes.quiet} title={`${found.title}: ${t.deletedReference}`}>
        <s>{found.title}</s>
      </span>
    ) : (
      <span title={found.title.length > 18 ? found.title : undefined}>{found.title}</span>
    );
  }
  if (found || !whole) return <span className={classes.quiet}>{id}</span>;
  return (
    <span className={classes.unknown} title={t.unknown(id)}>
      {t.unknownMark(id)}
    </span>
  );
}

function stockCell(value: unknown, { titles }: TitleList, t: CellWords, format: CellFormat): ReactNode {
  const stock = stockOf(value);
  if (stock.length === 0) return null;
  const lines = stock.map(({ warehouseId, count }) =>
    t.stockLine(
      titles.get(warehouseId)?.title || t.nameless(warehouseId),
      count === null ? t.noCount : format.number(count),
    ),
  );
  return <span title={lines.join('\n')}>{t.stock(stock.length, format.number(stockTotal(stock)))}</span>;
}
