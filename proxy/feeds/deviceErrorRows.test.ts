import { describe, expect, it } from 'vitest';
import { formatGmt } from '#src/lib/dates.ts';
import { createDeviceErrorRows } from './deviceErrorRows.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const OLD = formatGmt(NOW - 30 * 3_600_000);
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ terminalLogId: from + n, transactionCreatedAt: OLD }));

describe('rows of an error log', () => {
  it('are known again as long as they are met, however long the log grows', () => {
    const known = createDeviceErrorRows('terminal', 100);
    expect(known.take(rows(1, 100), true, NOW).unknown).toBe(100);
    for (let from = 101; from < 1_000; from += 40) {
      // Its two ends, as every look meets them: the first page, and what is new after the last one.
      expect(known.take(rows(1, 50), false, NOW).unknown).toBe(0);
      expect(known.take(rows(from, 40), false, NOW).unknown).toBe(40);
    }
  });

  it('are forgotten when nobody met them for longest', () => {
    const known = createDeviceErrorRows('terminal', 100);
    known.take(rows(1, 150), true, NOW);
    expect(known.take(rows(51, 100), false, NOW).unknown).toBe(0);
    expect(known.take(rows(1, 50), false, NOW).unknown).toBe(50);
  });

  it('stay known while they are shown, also when a long log begins with them', () => {
    const known = createDeviceErrorRows('terminal', 100);
    const fresh = rows(1, 50).map((row) => ({ ...row, transactionCreatedAt: formatGmt(NOW - 60_000) }));
    const noticedAt = ({ records }: ReturnType<typeof known.take>) =>
      records.map(
        ({ json }) => (JSON.parse(json.toString()) as { body: { noticedAt: unknown } }).body.noticedAt,
      );
    known.take(fresh, true, NOW);
    for (let from = 51; from < 500; from += 50) known.take(rows(from, 50), true, NOW);
    const look = known.take(fresh, false, NOW + 60_000);
    expect(look.unknown).toBe(0);
    expect(noticedAt(look)).toEqual(Array(50).fill(null));
    // Those that are too old to be shown make room like all others.
    const later = NOW + 25 * 3_600_000;
    expect(known.aged(later)).toHaveLength(50);
    known.take(rows(1_000, 150), false, later);
    expect(known.take(fresh, false, later).unknown).toBe(50);
  });

  it('are remembered beside those that are shown, however many these are', () => {
    const known = createDeviceErrorRows('terminal', 100);
    const fresh = rows(1, 20_000).map((row) => ({ ...row, transactionCreatedAt: formatGmt(NOW) }));
    known.take(fresh, true, NOW);
    known.take(rows(20_001, 20_000), true, NOW);
    expect(known.take(fresh, false, NOW).unknown).toBe(0);
    expect(known.take(rows(39_901, 100), false, NOW).unknown).toBe(0);
  });
});
