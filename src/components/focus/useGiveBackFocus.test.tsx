// @vitest-environment jsdom
/** After a dialog the keyboard is where it was, or at hand; never lost. */
import { Drawer } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { useGiveBackFocus } from './useGiveBackFocus.ts';

type DialogProps = { instead: React.RefObject<HTMLElement | null>; onClose: () => void };

function Dialog({ instead, onClose }: DialogProps) {
  const leadOn = useGiveBackFocus(instead);
  return (
    <Drawer opened onClose={onClose} transitionProps={{ duration: 0 }} withCloseButton={false}>
      <button onClick={onClose}>close</button>
      <button
        onClick={() => {
          leadOn();
          onClose();
        }}
      >
        follow
      </button>
      <button
        onClick={() => {
          screen.getByText('elsewhere').focus();
          onClose();
        }}
      >
        elsewhere taken
      </button>
    </Drawer>
  );
}

/** «strip» goes away when it is pressed, as that of the digest does. */
function Page() {
  const [opened, setOpened] = useState(false);
  const [strip, setStrip] = useState(true);
  const header = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={header}>header</button>
      <button>elsewhere</button>
      <button onClick={() => setOpened(true)}>opener</button>
      {strip && (
        <button
          onClick={() => {
            setStrip(false);
            setOpened(true);
          }}
        >
          strip
        </button>
      )}
      {opened && <Dialog instead={header} onClose={() => setOpened(false)} />}
    </>
  );
}

const FormPage = () => (
  <FormScreen client={testQueryClient()}>
    <Page />
  </FormScreen>
);

function press(name: string) {
  const button = screen.getByText(name);
  button.focus();
  fireEvent.click(button);
}
const focused = () => document.activeElement?.textContent;

describe('useGiveBackFocus', () => {
  it('gives it back to what the dialog was opened from', () => {
    render(<FormPage />);
    press('opener');
    press('close');
    expect(focused()).toBe('opener');
  });

  it('gives it to the other when the opener is gone', () => {
    render(<FormPage />);
    press('strip');
    press('close');
    expect(screen.queryByText('strip')).toBeNull();
    expect(focused()).toBe('header');
  });

  it('leaves it alone when a link leads on, and where somebody has taken it', () => {
    render(<FormPage />);
    press('opener');
    press('follow');
    expect(document.activeElement).toBe(document.body);
    press('opener');
    press('elsewhere taken');
    expect(focused()).toBe('elsewhere');
  });
});
