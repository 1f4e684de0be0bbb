// @vitest-environment jsdom
/** «Чеков коррекции нет» is said only when all of them were read. */
import type { UseQueryResult } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Corrections } from '#src/api/receipts.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { CorrectionsEmpty } from './CorrectionsEmpty.tsx';

const READ: Corrections = { records: [], setAside: [], whole: true };

function said(data: Corrections, courier: string | null = null): string {
  const query = { data, error: null, refetch: () => undefined } as unknown as UseQueryResult<Corrections>;
  const { container } = render(
    <FormScreen client={testQueryClient()}>
      <div data-said>
        <CorrectionsEmpty query={query} courier={courier} onAll={() => undefined} />
      </div>
    </FormScreen>,
  );
  return container.querySelector('[data-said]')?.textContent ?? '';
}

describe('CorrectionsEmpty', () => {
  it('says that there are none, and whose', () => {
    expect(said(READ)).toMatch(/^Чеков коррекции нет/);
    expect(said(READ, 'Быстров')).toContain('У курьера «Быстров» их нет');
  });

  it('does not say so while pages are on their way, or when none of what came can be read', () => {
    expect(said({ ...READ, whole: false })).toBe('');
    const setAside = [{ id: '1', path: 'amount', reason: 'x' }];
    expect(said({ ...READ, setAside })).toMatch(/^Не прочитано ни одной записи/);
  });
});
