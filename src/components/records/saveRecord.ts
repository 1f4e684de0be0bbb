/** Saving a record so that its end is known: what was really written is read back, and nothing is sent twice. */
import { ApiError } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import type { OneRecord, Resource } from '#src/api/resource.ts';
import type { Row } from '#src/contracts/wire.ts';
import type { AnyRecord, FieldSpec } from '#src/domain/declaration.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import { changedKeys, draftOf } from '#src/domain/recordDraft.ts';
import type { RecordBase } from '#src/domain/recordRow.ts';
import { isUnseen, keptOtherwise } from '#src/domain/recordRow.ts';

/** The three calls of a list that saving is made of. */
export type RecordCalls = Pick<Resource<AnyRecord>, 'readOne' | 'create' | 'update'>;

/** What is sent, and over what. */
export type Sending = {
  fields: readonly FieldSpec[];
  id: string;
  /** As `settledValues` gives them. */
  values: DraftValues;
  row: Row;
  /** Null = a new record. */
  base: (RecordBase & { etag: string }) | null;
  /** A deleted record is to come back. */
  restore: boolean;
};

/** A field that iRECA holds otherwise; `unseen`: its answer does not speak of it. */
export type KeptField = { key: string; unseen: boolean };

/** `otherwise`: what iRECA holds otherwise than it was sent; empty = all as it was sent. */
export type SavedRecord = {
  kind: 'saved';
  read: OneRecord<AnyRecord>;
  otherwise: KeptField[];
  /** It was to come back, and is still marked as deleted. */
  stillDeleted: boolean;
};

export type SaveOutcome =
  | SavedRecord
  /** iRECA said no, in these words. */
  | { kind: 'refused'; message: string }
  /** Surely nothing was written. */
  | { kind: 'notSent'; error: unknown }
  /** There is another record of this number. */
  | { kind: 'taken' }
  /** Somebody changed it after it was read; nothing was written. */
  | { kind: 'stale' }
  | { kind: 'gone' }
  /** It is not known whether it was written; `accepted`: iRECA said yes, and does not show it. */
  | { kind: 'unconfirmed'; accepted: boolean };

/** How a look at iRECA ends. `absent`: what was sent is not there. */
export type Verdict = SavedRecord | { kind: 'absent' } | { kind: 'unreadable' };

const isDeleted = (record: AnyRecord) => record['isActive'] === false;

/** Whether what was read is what was sent. */
function judge(sending: Sending, read: OneRecord<AnyRecord>): Verdict {
  const { fields, values, base, restore } = sending;
  const otherwise = keptOtherwise(fields, values, draftOf(fields, read.record), base);
  const stillDeleted = restore && isDeleted(read.record);
  if (base) {
    const readable = fields.filter((field) => !field.secret);
    const asked = changedKeys(readable, base.values, values);
    const nothing = asked.every((key) => otherwise.includes(key)) && (!restore || stillDeleted);
    // A change of a password alone is seen by the tag, which has the time of the last change in it.
    const told = asked.length > 0 || restore ? nothing : read.etag === base.etag;
    if (told) return { kind: 'absent' };
  }
  return {
    kind: 'saved',
    read,
    otherwise: otherwise.map((key) => ({ key, unseen: isUnseen(read.raw, key) })),
    stillDeleted,
  };
}

/** Looks whether what was sent is in iRECA. */
export async function verdictOf(calls: Pick<RecordCalls, 'readOne'>, sending: Sending): Promise<Verdict> {
  let found: OneRecord<AnyRecord> | null;
  try {
    found = await calls.readOne(sending.id);
  } catch {
    return { kind: 'unreadable' };
  }
  return found ? judge(sending, found) : { kind: 'absent' };
}

/** Everything is there as it was sent. */
export const isWhole = (verdict: Verdict): verdict is SavedRecord =>
  verdict.kind === 'saved' && verdict.otherwise.length === 0 && !verdict.stillDeleted;

async function afterWrite(
  calls: RecordCalls,
  sending: Sending,
  write: () => Promise<unknown>,
): Promise<SaveOutcome> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ApiError)) return { kind: 'notSent', error };
    if (error.code === 'stale') return { kind: 'stale' };
    if (error.code !== 'upstreamRefused') {
      return mayBeDone(error) ? { kind: 'unconfirmed', accepted: false } : { kind: 'notSent', error };
    }
    if (sending.base && error.status === 404) return { kind: 'gone' };
    // An error may come after the writing (an HTTP 500): a look shows it.
    const verdict = await verdictOf(calls, sending);
    return isWhole(verdict) ? verdict : { kind: 'refused', message: error.message };
  }
  const verdict = await verdictOf(calls, sending);
  // Accepted, but not there (yet): further looks will tell.
  return verdict.kind === 'saved' ? verdict : { kind: 'unconfirmed', accepted: true };
}

/**
 * Writes the record and reads it back. Sends once at the most.
 * @param sentBefore this very record was sent already without a final answer: finding it is no clash, it is ours.
 */
export async function saveRecord(
  calls: RecordCalls,
  sending: Sending,
  sentBefore: boolean,
): Promise<SaveOutcome> {
  const { base, id, row } = sending;
  if (base) return afterWrite(calls, sending, () => calls.update(id, row, base.etag));
  try {
    // The list may be minutes old: two people must not take one number.
    const found = await calls.readOne(id);
    if (found) {
      const verdict = judge(sending, found);
      return sentBefore && isWhole(verdict) ? verdict : { kind: 'taken' };
    }
  } catch (error) {
    return { kind: 'notSent', error };
  }
  return afterWrite(calls, sending, () => calls.create([row]));
}
