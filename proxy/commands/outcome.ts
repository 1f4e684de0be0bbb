/** How an order ends: the lines of a command's answer. */
import type { OrderState, Outcome, OutcomeLine, OutcomeReason } from '#src/contracts/command.ts';

export type Report = (line: OutcomeLine) => void;

type Details = Partial<Pick<OutcomeLine, 'before' | 'after' | 'message'>>;

export function outcomeLine(
  key: string,
  outcome: Outcome,
  reason: OutcomeReason | null,
  { before = null, after = null, message = null }: Details = {},
): OutcomeLine {
  return { key, outcome, reason, before, after, message };
}

/** An order to which nothing was written: it stands as it was read. */
export function untouched(
  key: string,
  outcome: Outcome,
  reason: OutcomeReason | null,
  state: OrderState | null,
  message: string | null = null,
): OutcomeLine {
  return outcomeLine(key, outcome, reason, { before: state, after: state, message });
}
