/** Why some orders are left out, counted: «уже доставлен», or «уже доставлен 2, уже отменён 1». */
import type { KassaBar } from '#src/domain/courierDirectory.ts';
import type { MoveBar } from '#src/domain/moves.ts';

export type Bar = MoveBar | KassaBar | 'pending';

/** @param words each reason as it stands behind «нельзя 1:». */
export function barWords<B extends string>(bars: readonly B[], words: Readonly<Record<B, string>>): string {
  const counts = new Map<B, number>();
  for (const bar of bars) counts.set(bar, (counts.get(bar) ?? 0) + 1);
  const several = counts.size > 1;
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([bar, n]) => (several ? `${words[bar]} (${n})` : words[bar]))
    .join(', ');
}
