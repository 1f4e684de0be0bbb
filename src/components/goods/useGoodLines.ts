/** What may be done to the lines of an order, and how each one's discount is being typed. */
import { useState } from 'react';
import { useSteady } from '#src/components/form/useSteady.ts';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import { addGood, blankLine, freshKey, moveLine } from '#src/domain/goodLine.ts';
import type { DiscountTyping } from './discountTyping.ts';
import { discountOf, isPercent, typingOf } from './discountTyping.ts';

/** How a line's discount is being typed: what was typed, as long as it is what the line holds; else roubles. */
export function typingFor(typed: DiscountTyping | undefined, line: GoodLine): DiscountTyping {
  return typed && discountOf(typed, line) === line.discountTotal ? typed : typingOf(line.discountTotal);
}

/** Each deed calls `onChange` once. The deeds stay the same from draw to draw. */
export function useGoodLines(lines: readonly GoodLine[], onChange: (lines: GoodLine[]) => void) {
  const [typings, setTypings] = useState<Readonly<Record<string, DiscountTyping>>>({});

  /** Per cent are of what the line costs now. */
  const settled = (before: GoodLine, after: GoodLine): GoodLine => {
    const typing = typingFor(typings[before.key], before);
    return isPercent(typing.way) ? { ...after, discountTotal: discountOf(typing, after) } : after;
  };

  const replace = (key: string, by: (line: GoodLine) => GoodLine) =>
    onChange(lines.map((line) => (line.key === key ? by(line) : line)));

  const change = useSteady((key: string, part: Partial<GoodLine>) =>
    replace(key, (line) => settled(line, { ...line, ...part })),
  );
  const type = useSteady((key: string, typing: DiscountTyping) => {
    setTypings((before) => ({ ...before, [key]: typing }));
    replace(key, (line) => ({ ...line, discountTotal: discountOf(typing, line) }));
  });
  /** Gives the key of the line that was added, or whose count was raised. */
  const add = useSteady((good: Good, anew: boolean): string => {
    const added = addGood(lines, good, anew);
    const before = lines.find(({ key }) => key === added.key);
    onChange(
      before
        ? added.lines.map((line) => (line.key === added.key ? settled(before, line) : line))
        : added.lines,
    );
    return added.key;
  });
  const addBlank = useSteady((): string => {
    const key = freshKey(lines);
    onChange([...lines, blankLine(key)]);
    return key;
  });
  /** A marking code names a single piece, so the copy has none. */
  const copy = useSteady((line: GoodLine): string => {
    const key = freshKey(lines);
    const copied = { ...line, key, markValue: '', markBinaryValue: '' };
    onChange(lines.flatMap((one) => (one.key === line.key ? [one, copied] : [one])));
    return key;
  });
  const remove = useSteady((key: string) => onChange(lines.filter((line) => line.key !== key)));
  const move = useSteady((key: string, by: -1 | 1) => onChange(moveLine(lines, key, by)));
  return { typings, change, type, add, addBlank, copy, remove, move };
}
