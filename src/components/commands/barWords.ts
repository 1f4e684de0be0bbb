/** Why some orders are left out, counted: «уже доставлен», or «уже доставлен 2, уже отменён 1». */
import type { KassaBar } from '#src/domain/courierDirectory.ts';
import type { MoveBar } from '#src/domain/moves.ts';
import type { Catalogue } from '#src/locales/ru.ts';

export type Bar = MoveBar | KassaBar | 'pending';

export function barWords(bars: readonly Bar[], words: Catalogue['commands']['bar']): string {
  const counts = new Map<Bar, number>();
  for (const bar of bars) counts.set(bar, (counts.get(bar) ?? 0) + 1);
  const several = counts.size > 1;
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([bar, n]) => (several ? `${words[bar]} (${n})` : words[bar]))
    .join(', ');
}
