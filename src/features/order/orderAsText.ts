/** An order as plain text, for a message to a courier or a client. */

/** What stands in the text; a line without a value is left out. */
export type TextParts = {
  title: string;
  lines: readonly (readonly [label: string, value: string | null])[];
  goods: readonly string[];
};

/** «Заказ G-2», one fact a line, then the goods. */
export function orderAsText({ title, lines, goods }: TextParts): string {
  const said = lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  return [title, ...said, ...goods.map((good) => `— ${good}`)].join('\n');
}
