/** A record that is being edited, as its form and the pages around it see it. */
import type { OneRecord } from '#src/api/resource.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import type { DraftErrors, DraftValues, FieldValue } from '#src/domain/recordDraft.ts';
import type { DeclaredList } from './declare.ts';
import type { RecordSaving } from './useRecordSaving.ts';

export type RecordEditing = {
  list: DeclaredList;
  /** Null: a new record. */
  id: string | null;
  /** `gone`: iRECA has no such record. */
  state: 'loading' | 'failed' | 'gone' | 'ready';
  /** Why it could not be read, and reading it again. */
  failure: unknown;
  retry: () => void;
  /** As it was read when it was opened; null for a new one. */
  record: AnyRecord | null;
  /** It stays in its list as deleted; `restore` brings it back, with what is typed. */
  deleted: boolean;
  /** False: the record is shown, and not kept by this user. */
  mayKeep: boolean;
  values: DraftValues;
  set: (key: string, value: FieldValue) => void;
  /** What the fields are called, by key. */
  labels: Readonly<Record<string, string>>;
  /** The record itself and all below it, which it cannot stand below; undefined where there is no such field. */
  branch: ReadonlySet<string> | undefined;
  /** All that is wrong, whether it is said already or not. */
  errors: DraftErrors;
  /** The words that stand at a field now; null = nothing to say. */
  said: (key: string) => string | null;
  /** The field was left: what is wrong with it may be said. */
  leave: (key: string) => void;
  /** How many fields are wrong, once it was tried to save; else 0. */
  wrong: number;
  /** Says all that is wrong; grows with each `ask`, for the focus. */
  ask: () => void;
  asked: number;
  /** There is something to lose. */
  dirty: boolean;
  /** Nothing can be typed: it is being saved, or not known yet whether it was. */
  busy: boolean;
  saving: RecordSaving;
  save: () => void;
  restore: () => void;
  /** Looks at once whether what is not confirmed is there. */
  look: () => void;
  /** Back to the form, from what stands in its place. */
  dismiss: () => void;
  /** What iRECA holds otherwise was looked at: done with the record. */
  finish: () => void;
  /** Saves these values over the reading that a merge showed. */
  settle: (values: DraftValues, over: OneRecord<AnyRecord>) => void;
  /** When the draft that stands in the form was typed (epoch ms); null = it is no draft. */
  restoredAt: number | null;
  startAnew: () => void;
};
