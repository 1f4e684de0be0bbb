// @vitest-environment jsdom
/** Who thinks better of real receipts is back at the button that they pressed. */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { ProductionDialog } from './ProductionDialog.tsx';

function Page() {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <button onClick={() => setAsking(true)}>send</button>
      {asking && <ProductionDialog login="shop" inn="7707083893" onClose={close} onConfirm={close} />}
    </>
  );
}

it('gives the keyboard back to what it was opened from', () => {
  render(
    <FormScreen client={testQueryClient()}>
      <Page />
    </FormScreen>,
  );
  const send = screen.getByText('send');
  send.focus();
  fireEvent.click(send);
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape', code: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(send);
});
