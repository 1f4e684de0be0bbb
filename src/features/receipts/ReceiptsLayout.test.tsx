// @vitest-environment jsdom
/** From one tab of «Чеки» to the other and back: what was found is still there. */
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import { paths } from '#src/lib/paths.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { ReceiptsLayout } from './ReceiptsLayout.tsx';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

function open(address: string) {
  render(
    <MemoryRouter initialEntries={[address]}>
      <FormScreen client={testQueryClient()}>
        <Routes>
          <Route element={<ReceiptsLayout />}>
            <Route path={paths.receipts} element={<Address />} />
            <Route path={paths.corrections} element={<Address />} />
          </Route>
        </Routes>
      </FormScreen>
    </MemoryRouter>,
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole('link', { name }));
const address = () => screen.getByRole('status').textContent;

describe('ReceiptsLayout', () => {
  it('brings back the order that was found', () => {
    open('/receipts?q=G-7&order=209900');
    press('Коррекции');
    expect(address()).toBe('/receipts/corrections');
    press('По заказу');
    expect(address()).toBe('/receipts?q=G-7&order=209900');
  });

  it('brings back the courier whose corrections were looked at', () => {
    open('/receipts/corrections?courier=27');
    press('По заказу');
    press('Коррекции');
    expect(address()).toBe('/receipts/corrections?courier=27');
  });

  it('begins anew when the tab that is open is pressed', () => {
    open('/receipts?order=209900');
    press('По заказу');
    expect(address()).toBe('/receipts');
    press('Коррекции');
    press('По заказу');
    expect(address()).toBe('/receipts');
  });
});
