/** What stands in the file of changes in place of a phone or a whole order: tells two apart, and nothing else. */
import { createHmac } from 'node:crypto';

export type Marks = {
  of(text: string | Buffer): string;
  /** Marks of another key say nothing: this tells one key from another. */
  key: string;
};

const MARK_LENGTH = 14;

/** @param secret without it nobody can find a phone by trying all there are. */
export function createMarks(secret: string): Marks {
  const mark = (text: string | Buffer) =>
    createHmac('sha256', secret).update(text).digest('base64url').slice(0, MARK_LENGTH);
  return { of: mark, key: mark('which key is this?') };
}
