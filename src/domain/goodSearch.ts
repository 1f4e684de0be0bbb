/** Finding a good by what a dispatcher types: parts of its title, its article, its id. */
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import { fold } from '#src/lib/text.ts';

type Entry = { good: Good; title: string; article: string; all: string };

/** Made once per catalogue; deleted goods are not in it. */
export type GoodIndex = readonly Entry[];

/** Folds each good once, so that a letter typed costs no more than looking. */
export function goodIndex(goods: readonly Good[]): GoodIndex {
  const entries: Entry[] = [];
  for (const good of goods) {
    if (!good.isActive) continue;
    const title = fold(good.title);
    const article = fold(good.article);
    entries.push({ good, title, article, all: `${title} ${article} ${good.goodId}` });
  }
  return entries;
}

/** The lower the better: the article or the id itself, how the title begins, a word in it, anywhere. */
function rank({ good, title, article }: Entry, query: string): number {
  if (article === query || good.goodId === query) return 0;
  if (article !== '' && article.startsWith(query)) return 1;
  if (title.startsWith(query)) return 2;
  return title.includes(` ${query}`) ? 3 : 4;
}

/**
 * The goods that hold every word of `typed`, best first, at most `limit`; nothing typed: the first ones as they stand.
 * @returns `more`: how many others match.
 */
export function searchGoods(index: GoodIndex, typed: string, limit: number): { shown: Good[]; more: number } {
  const query = fold(typed);
  const words = query.split(' ').filter(Boolean);
  const found = index.filter(({ all }) => words.every((word) => all.includes(word)));
  const best =
    query === ''
      ? found
      : found
          .map((entry) => ({ entry, rank: rank(entry, query) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry);
  return {
    shown: best.slice(0, limit).map(({ good }) => good),
    more: Math.max(0, best.length - limit),
  };
}
