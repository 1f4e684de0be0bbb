/** A digest in one line: «новых 5 · курьеры изменили 12 · отменены 2». */
import type { Digest } from '#src/domain/digest.ts';
import { DIGEST_GROUPS } from '#src/domain/digest.ts';
import type { digest as words } from '#src/locales/ru/digest.ts';

/** Groups without orders are left out. */
export const digestCounts = ({ groups }: Digest, t: typeof words): string =>
  DIGEST_GROUPS.filter((group) => groups[group].length > 0)
    .map((group) => t.counted[group](groups[group].length))
    .join(t.dot);
