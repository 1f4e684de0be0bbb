/**
 * The log of changes as it stands in its file: no names, addresses or phones, but order numbers and logins. What a
 * courier of Kassa is called, which is a phone, stands there as a mark.
 */
import { z } from 'zod';
import type { OrderGlance } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Marks } from './changesMarks.ts';
import type { LoggedStep } from './changesSteps.ts';
import { KEPT_MS } from './changesSteps.ts';

/** An order as it was last read. */
export type KnownOrder = Readonly<{
  number: string;
  /** null: it could not be read yet. */
  glance: OrderGlance | null;
  /** Of all that was read of it; '' = it could not be read; null = an earlier run read it, and `mark` stands for it. */
  print: string | null;
  mark: string | null;
}>;

export type SystemLog = {
  /** When its list was first read, epoch ms; null = never. */
  knownFrom: number | null;
  /** When its list was last read. */
  asOf: number | null;
  /** Which part of its orders was asked for; null = all. */
  range: string | null;
};

export type Blind = { system: System; from: number; to: number };

export type KeptLog = {
  systems: Record<System, SystemLog>;
  blind: Blind[];
  orders: Map<string, KnownOrder>;
  steps: LoggedStep[];
  forgottenTo: number | null;
};

/** A login of Kassa that is known by its mark only, and one that nothing is known of. */
const MARKED = '#';
export const UNKNOWN_LOGIN = '?';
export const isMarked = (login: string | null) => login !== null && login.startsWith(MARKED);
export const markedLogin = (login: string, marks: Marks) =>
  isMarked(login) || login === UNKNOWN_LOGIN ? login : `${MARKED}${marks.of(login)}`;

const text = z.string();
const when = z.number();
const glanceRow = z.tuple([
  text.nullable(),
  text.nullable(),
  text.nullable(),
  when.nullable(),
  when.nullable(),
]);
const systemSchema = z.object({
  knownFrom: when.nullable(),
  asOf: when.nullable(),
  range: text.nullable(),
});
const fileSchema = z.object({
  format: z.literal(1),
  key: z.string(),
  systems: z.object({ ireca: systemSchema, kassa: systemSchema }),
  blind: z.array(z.object({ system: z.enum(['ireca', 'kassa']), from: when, to: when })),
  forgottenTo: when.nullable(),
  orders: z.array(z.unknown()),
  steps: z.array(z.unknown()),
});
/** What cannot be read of an order is not known; without the order itself its next reading would look like a new one. */
const orderRow = z.tuple([
  text,
  text.catch(''),
  glanceRow.nullable().catch(null),
  text.nullable().catch(null),
]);
const stepRow = z.tuple([
  text,
  text,
  when,
  when.nullable(),
  glanceRow.nullable(),
  glanceRow.nullable(),
  text.nullable(),
  when,
]);
type GlanceRow = z.infer<typeof glanceRow>;

/** One row that cannot be read must not cost the rest of two days. */
function readable<T>(rows: readonly unknown[], schema: z.ZodType<T>): T[] {
  return rows.flatMap((row) => {
    const read = schema.safeParse(row);
    return read.success ? [read.data] : [];
  });
}

/**
 * Reads the text of `logPieces`. Steps older than what is kept are left out, and rows that cannot be read.
 * @param nameOf the name of whoever has this login; null = nobody has it any more.
 * @throws when it is none.
 */
export function parseLog(
  json: unknown,
  marks: Marks,
  nameOf: (login: string) => string | null,
  now: number,
): KeptLog {
  const file = fileSchema.parse(json);
  // Marks were made with another secret: nothing can be told by them.
  const sameKey = file.key === marks.key;
  const steps = readable(file.steps, stepRow);
  const tooOld = steps.map(([, , at]) => at).filter((at) => at < now - KEPT_MS);
  const glanceOf = (row: GlanceRow | null): OrderGlance | null => {
    if (row === null) return null;
    const [status, courierId, login, windowFrom, windowTo] = row;
    const courierLogin = login === null || sameKey ? login : UNKNOWN_LOGIN;
    return { status, courierId, courierLogin, windowFrom, windowTo };
  };
  return {
    systems: file.systems,
    blind: file.blind,
    forgottenTo: tooOld.at(-1) ?? file.forgottenTo,
    orders: new Map(
      readable(file.orders, orderRow).map(([key, number, glance, mark]) => [
        key,
        { number, glance: glanceOf(glance), print: null, mark: sameKey ? mark : null },
      ]),
    ),
    steps: steps
      .filter(([, , at]) => at >= now - KEPT_MS)
      .map(([key, number, at, after, was, is, login, firstAt]) => ({
        key,
        number,
        // Should the clock have been ahead.
        at: Math.min(at, now),
        after,
        was: glanceOf(was),
        is: glanceOf(is),
        by: login === null ? null : { login, name: nameOf(login) || login },
        firstAt,
      })),
  };
}

/** The text of the file, piece by piece, so that it can be made between other work. */
export function* logPieces(log: KeptLog, marks: Marks): Generator<string> {
  const row = (glance: OrderGlance | null): GlanceRow | null =>
    glance && [
      glance.status,
      glance.courierId,
      glance.courierLogin === null ? null : markedLogin(glance.courierLogin, marks),
      glance.windowFrom,
      glance.windowTo,
    ];
  const { systems, blind, forgottenTo } = log;
  const head = JSON.stringify({ format: 1, key: marks.key, systems, blind, forgottenTo });
  yield `${head.slice(0, -1)},"orders":[`;
  let comma = '\n';
  for (const [key, { number, glance, print, mark }] of log.orders) {
    yield comma + JSON.stringify([key, number, row(glance), print ? marks.of(print) : mark]);
    comma = ',\n';
  }
  yield '],"steps":[';
  comma = '\n';
  for (const step of log.steps) {
    const { key, number, at, after, was, is, by, firstAt } = step;
    yield comma + JSON.stringify([key, number, at, after, row(was), row(is), by?.login ?? null, firstAt]);
    comma = ',\n';
  }
  yield ']}\n';
}
