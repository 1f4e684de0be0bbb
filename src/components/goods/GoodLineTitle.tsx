/** What a line is: the good's title and article, and what is set in its details, so that they may stay closed. */
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './GoodLineTitle.module.css';
import type { GoodsCatalogue } from './useGoodsCatalogue.ts';

type GoodLineTitleProps = {
  line: GoodLine;
  title: string;
  good: Good | undefined;
  catalogue: GoodsCatalogue;
};

export function GoodLineTitle({ line, title, good, catalogue }: GoodLineTitleProps) {
  const t = useWords(formWords).goods;
  const { locale } = useText();
  const warehouse =
    line.warehouseId !== null &&
    (catalogue.warehouses.find(({ warehouseId }) => warehouseId === line.warehouseId)?.title ||
      t.warehouseNumber(line.warehouseId));
  const facts = [
    line.article || good?.article,
    warehouse,
    ...line.specificities.map((one) => t.specificityChip(one.title, one.count.toLocaleString(locale))),
    (line.markValue !== '' || line.markBinaryValue !== '') && t.marked,
    (line.vedCode !== '' || line.countryCode !== '' || line.customDeclarationCode !== '') && t.customs,
    line.description,
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <>
      <span className={classes.title}>{title}</span>
      <span className={classes.facts}>
        {good && !good.isActive && <span className={classes.gone}>{t.gone}</span>}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </>
  );
}
