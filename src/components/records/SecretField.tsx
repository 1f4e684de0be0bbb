/** A password that is only ever sent: typed or made up here, never read, never kept. */
import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import classes from './recordFields.module.css';

type SecretFieldProps = {
  label: string;
  value: string;
  onChange: (secret: string) => void;
  /** One is stored already: left empty it stays. */
  stored: boolean;
  error?: string | null;
  disabled?: boolean;
  name: string;
};

/** Without letters and digits that are mistaken for one another when they are read out. */
const LETTERS = 'abcdefghkmnpqrstuvwxyz23456789';
const LENGTH = 10;

/** Each letter is as likely as any other: bytes beyond the last whole round of letters are thrown away. */
function makeSecret(): string {
  let secret = '';
  while (secret.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < 256 - (256 % LETTERS.length)) secret += LETTERS[byte % LETTERS.length] ?? '';
    }
  }
  return secret.slice(0, LENGTH);
}

export function SecretField({ label, value, onChange, stored, error, disabled, name }: SecretFieldProps) {
  const t = useWords(recordFormWords).secret;
  const [visible, setVisible] = useState(false);
  const [made, setMade] = useState(false);
  const make = () => {
    onChange(makeSecret());
    setVisible(true);
    setMade(true);
  };
  return (
    <div>
      <PasswordInput
        label={label}
        description={stored ? t.keep : t.first}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        aria-invalid={Boolean(error)}
        disabled={disabled}
        required={!stored}
        withAsterisk={!stored}
        visible={visible}
        onVisibilityChange={setVisible}
        visibilityToggleButtonProps={{ 'aria-label': visible ? t.hide : t.show }}
        // The browser must not offer the admin's own password, nor keep the courier's as the admin's.
        autoComplete="new-password"
        data-1p-ignore
        spellCheck={false}
        autoCapitalize="none"
        inputContainer={(input) => (
          <div className={classes.secret}>
            {input}
            <Button variant="default" disabled={disabled} onClick={make}>
              {t.make}
            </Button>
          </div>
        )}
      />
      <span role="status" className={classes.spoken}>
        {made && value !== '' && t.made}
      </span>
    </div>
  );
}
