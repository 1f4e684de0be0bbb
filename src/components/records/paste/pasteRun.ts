/** Sends rows of a pasted table in packs, reads the list again, and says of each row what became of it. */
import { ApiError } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isRow } from '#src/contracts/wire.ts';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import type { PasteRow } from '#src/domain/recordPaste.ts';
import { packsOf, parentsFirst } from '#src/domain/recordPasteSend.ts';
import type { RecordBase } from '#src/domain/recordRow.ts';
import { isUnseen, keptOtherwise, rowOf } from '#src/domain/recordRow.ts';
import { createCallPool } from '#src/lib/callPool.ts';

/**
 * `sent` accepted and not read back yet · `created`, `changed` read back as sent · `differs` read back otherwise (`keys`) ·
 * `absent` iRECA accepted, or did not answer, and has no such record · `refused` · `unknown` could not be read back ·
 * `appeared` somebody else made it in the meantime · `vanished` somebody else deleted it; neither was sent.
 */
export type PasteState =
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'created'
  | 'changed'
  | 'differs'
  | 'absent'
  | 'refused'
  | 'unknown'
  | 'appeared'
  | 'vanished';

export type PasteOutcome = {
  state: PasteState;
  error?: unknown;
  /** Fields that iRECA holds otherwise; of a row that is done, those that its answers do not show. */
  keys?: readonly string[];
};

/** The list as it is right now, by id: as iRECA writes it, and as the form would show it. */
type ListReading = { raw: ReadonlyMap<string, Row>; values: ReadonlyMap<string, DraftValues> };

export type PasteCalls = {
  read: () => Promise<ListReading>;
  /** One record as it is right now; null = there is none. */
  readOne: (id: string) => Promise<RecordBase | null>;
  replace: (rows: readonly Row[]) => Promise<void>;
  /** A moment, after which what iRECA accepted is seen in its lists. */
  pause: () => Promise<void>;
};

type PasteRunOptions = {
  calls: PasteCalls;
  /** The field that names what a record stands below. */
  parentKey: string | null;
  onOutcome: (row: PasteRow, outcome: PasteOutcome) => void;
  /** Asked between packs. */
  stopped: () => boolean;
};

/** `halted`: it stopped by itself, for what was to come would be refused as well (`error` says why). */
export type PasteEnd = { ended: 'whole' | 'stopped' | 'halted'; error?: unknown };

/** Whatever is sent next is refused for the same reason. */
const HOPELESS = new Set([
  'unauthenticated',
  'forbidden',
  'badOrigin',
  'notAllowed',
  'upstreamUnauthorized',
  'systemOff',
  'stopping',
  'throttled',
]);
/** How often a refused pack is parted, so that the good rows of it go in and the bad ones are named. */
const MOST_PARTS = 40;

type Job = { row: Row; of: PasteRow; base: RecordBase | null };
type Sent = { job: Job; how: 'accepted' | 'refused' | 'open'; error?: unknown };

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : '');

/** Side by side. */
const MOST_READINGS = 4;

/**
 * What a known record is written over. One with an object in it (a client's address) is longer when it is read alone (iRECA
 * API text, «Клиент»): written over what the list has of it, the object would lose its postcode and its place.
 */
async function baseOf(
  id: string,
  { raw, values }: ListReading,
  calls: PasteCalls,
): Promise<RecordBase | null> {
  const held = raw.get(id);
  const before = values.get(id);
  if (!held || !before) return null;
  return Object.values(held).some(isRow) ? calls.readOne(id) : { raw: held, values: before };
}

/** The job of a row over what iRECA has now, or why it is not sent. */
async function jobOf(
  of: PasteRow,
  fields: readonly FieldSpec[],
  reading: ListReading,
  calls: PasteCalls,
): Promise<Job | PasteState> {
  if (of.kind === 'new') {
    return reading.raw.has(of.id) ? 'appeared' : { of, base: null, row: rowOf(fields, of.values, null) };
  }
  const base = await baseOf(of.id, reading, calls);
  return base ? { of, base, row: rowOf(of.fields, of.values, base) } : 'vanished';
}

/** What the reading says of a row that was sent. Null: it is not as it was sent. */
function found({ job: { of, base } }: Sent, { raw, values }: ListReading): PasteOutcome | null {
  const held = raw.get(of.id);
  const kept = values.get(of.id);
  if (!held || !kept) return null;
  const otherwise = keptOtherwise(of.fields, of.values, kept, base);
  const keys = otherwise.filter((key) => !isUnseen(held, key));
  if (keys.length > 0) return { state: 'differs', keys };
  return { state: base ? 'changed' : 'created', keys: otherwise };
}

function settled(sent: Sent, reading: ListReading): PasteOutcome {
  const outcome = found(sent, reading);
  // A refused pack may have been taken up to the row that was wrong.
  if (outcome && outcome.state !== 'differs') return outcome;
  if (sent.how === 'refused') return { state: 'refused', error: sent.error };
  return { ...(outcome ?? { state: 'absent' }), ...(sent.how === 'open' && { error: sent.error }) };
}

async function confirm(
  all: readonly Sent[],
  { calls, onOutcome }: Pick<PasteRunOptions, 'calls' | 'onOutcome'>,
): Promise<void> {
  const look = async (rows: readonly Sent[]) => {
    const reading = await calls.read();
    return rows.map((sent) => ({ sent, outcome: settled(sent, reading) }));
  };
  try {
    let rows = await look(all);
    const late = rows.some(
      ({ outcome: { state }, sent }) => sent.how !== 'refused' && (state === 'absent' || state === 'differs'),
    );
    if (late) {
      await calls.pause();
      rows = await look(all);
    }
    for (const { sent, outcome } of rows) onOutcome(sent.job.of, outcome);
  } catch (error) {
    for (const { job, how, error: why } of all) {
      onOutcome(job.of, how === 'refused' ? { state: 'refused', error: why } : { state: 'unknown', error });
    }
  }
}

/**
 * Sends the rows: new ones whole, known ones over what iRECA has of them at this moment. Never throws.
 * @param fields all that can be pasted into the list.
 */
export async function runPaste(
  rows: readonly PasteRow[],
  fields: readonly FieldSpec[],
  options: PasteRunOptions,
): Promise<PasteEnd> {
  const { calls, parentKey, onOutcome, stopped } = options;
  const jobs: Job[] = [];
  try {
    const before = await calls.read();
    const pool = createCallPool(MOST_READINGS);
    const found = await Promise.all(rows.map((row) => pool.run(() => jobOf(row, fields, before, calls))));
    for (const [at, row] of rows.entries()) {
      const job = found[at] ?? 'vanished';
      if (typeof job === 'string') onOutcome(row, { state: job });
      else jobs.push(job);
    }
  } catch (error) {
    return { ended: 'halted', error };
  }
  const parentOf = ({ of }: Job) => (parentKey === null ? '' : String(of.values[parentKey] ?? ''));
  const sent: Sent[] = [];
  let halt: { error: unknown } | null = null;
  let parts = MOST_PARTS;

  const send = async (pack: readonly Job[]): Promise<void> => {
    for (const { of } of pack) onOutcome(of, { state: 'sending' });
    const settle = (how: Sent['how'], error?: unknown) => {
      sent.push(...pack.map((job) => ({ job, how, error })));
      for (const { of } of pack) {
        onOutcome(of, how === 'refused' ? { state: 'refused', error } : { state: 'sent' });
      }
    };
    try {
      await calls.replace(pack.map(({ row }) => row));
      settle('accepted');
    } catch (error) {
      if (mayBeDone(error)) return settle('open', error);
      if (HOPELESS.has(codeOf(error))) halt = { error };
      if (halt || pack.length === 1 || parts <= 0 || stopped()) return settle('refused', error);
      parts -= 1;
      const middle = Math.ceil(pack.length / 2);
      await send(pack.slice(0, middle));
      if (halt) sent.push(...pack.slice(middle).map((job): Sent => ({ job, how: 'refused', error })));
      else await send(pack.slice(middle));
    }
  };

  for (const pack of packsOf(parentsFirst(jobs, ({ of }) => of.id, parentOf))) {
    if (halt || stopped()) break;
    await send(pack);
  }
  if (sent.length > 0) await confirm(sent, options);
  const reason = halt as { error: unknown } | null;
  if (reason) return { ended: 'halted', error: reason.error };
  return { ended: sent.length < jobs.length ? 'stopped' : 'whole' };
}
