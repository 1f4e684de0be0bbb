/** How sending the settings of Atol Online ends: what nobody can know is not told as a refusal. */
import { describe, expect, it, vi } from 'vitest';
import type { AtolOnlineSettings } from '#src/contracts/ireca/atolOnline.ts';
import { sendAtolSettings } from './fiscalSettings.ts';

const SETTINGS = { settingId: 1 } as unknown as AtolOnlineSettings;

function answered(status: number, code: string, message = 'Неверное значение') {
  const body = { error: { code, system: 'ireca', message } };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
  return sendAtolSettings(SETTINGS);
}

describe('sendAtolSettings', () => {
  it('tells who refused, in their words', async () => {
    expect(await answered(422, 'upstreamRefused')).toEqual({
      is: 'refused',
      by: 'ireca',
      message: 'Неверное значение',
    });
    expect(await answered(400, 'invalid')).toMatchObject({ is: 'refused', by: 'pult' });
  });

  it('is not sure where no answer came, or none that can be read', async () => {
    expect(await answered(504, 'upstreamTimeout')).toMatchObject({ is: 'unsure' });
    expect(await answered(502, 'upstreamFailed')).toMatchObject({ is: 'unsure' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await sendAtolSettings(SETTINGS)).toMatchObject({ is: 'unsure' });
  });

  it('knows that nothing was sent where nobody was let in', async () => {
    expect(await answered(403, 'forbidden')).toMatchObject({ is: 'notSent' });
  });
});
