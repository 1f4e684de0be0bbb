/** Times as iRECA writes them: `YYYY-MM-DD HH:mm:ss` in GMT+00:00, without a mark (iRECA API text). */

const SHAPE = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** Epoch ms → `2017-05-15 13:21:13`. */
export function toGmt(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').slice(0, 19);
}

/** `2017-05-15 13:21:13` → epoch ms; null for any other shape or an impossible date. */
export function fromGmt(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const found = SHAPE.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  return toGmt(ms) === text ? ms : null;
}
