/** The words that a tile owner wants to see: plain text, in which a link is written `[words](https://…)`. Never HTML. */

/** `href` null: plain words. */
export type AttributionPart = { text: string; href: string | null };

const LINK = /\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)/g;

/** The text in its order, cut into words and links; what is no well-formed http(s) link stays plain text. */
export function attributionParts(attribution: string): AttributionPart[] {
  const parts: AttributionPart[] = [];
  let from = 0;
  for (const found of attribution.matchAll(LINK)) {
    const [whole, text = '', href = ''] = found;
    if (!URL.canParse(href)) continue;
    if (found.index > from) parts.push({ text: attribution.slice(from, found.index), href: null });
    parts.push({ text, href });
    from = found.index + whole.length;
  }
  if (from < attribution.length) parts.push({ text: attribution.slice(from), href: null });
  return parts;
}
