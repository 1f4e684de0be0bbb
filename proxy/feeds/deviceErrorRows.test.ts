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
});
