/** A field in which a number is typed: its text is the user's while they type, and ours once they leave. */
import { useState } from 'react';
import type { ChangeEvent } from 'react';
import type { TypedNumber } from '#src/lib/typedNumber.ts';

type Options = {
  value: number | null;
  onChange: (value: number | null) => void;
  read: (text: string) => TypedNumber;
  /** How a number stands in the field when nobody types. */
  write: (value: number) => string;
};

/**
 * Props for a text field, and whether its text is no number (said only once the field is left, for half a number is
 * none either). While it is none, null is reported. A value that comes from elsewhere replaces what was typed.
 */
export function useTypedNumber({ value, onChange, read, write }: Options) {
  const [typed, setTyped] = useState<{ text: string; reported: number | null } | null>(null);
  // Not the mere focus: the cursor that is put back into a wrong field must not take the words away.
  const [typing, setTyping] = useState(false);
  const own = typed !== null && typed.reported === value ? typed : null;
  const text = own?.text ?? (value === null ? '' : write(value));
  return {
    value: text,
    garbage: own !== null && !typing && !read(own.text).ok,
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
      setTyping(true);
      const now = read(currentTarget.value);
      const reported = now.ok ? now.value : null;
      setTyped({ text: currentTarget.value, reported });
      if (reported !== value) onChange(reported);
    },
    onBlur: () => {
      setTyping(false);
      if (own && read(own.text).ok) setTyped(null);
    },
  };
}
