/** Words for failures: whose it is and what to do. */
import { enPlural } from '#src/locales/plural.ts';
import type { Catalogue } from '#src/locales/ru.ts';

export const errors: Catalogue['errors'] = {
  title: (whose) => `${whose}: the data could not be read`,
  whose: { ireca: 'iRECA', kassa: 'Kassa', pult: 'Pult' },
  code: {
    offline: 'No connection to Pult’s server: check the network.',
    badAnswer:
      'Pult’s server gave an answer that makes no sense. Reload; if it happens again, tell the administrator.',
    unauthenticated: 'Your session has ended. Sign in again.',
    badCredentials: 'The login or password does not match.',
    forbidden: 'Your role does not allow this.',
    badOrigin: 'Refused: this page was not opened from Pult’s address.',
    notAllowed: 'Pult does not let such a request through.',
    invalid: 'The request is not well formed.',
    tooLarge: 'The request is too large: select less.',
    stale: 'Somebody else has changed it by now: read it again.',
    upstreamRefused: 'The system refused.',
    upstreamFailed: 'The system broke down and gave no answer that can be read.',
    upstreamUnreachable: 'No connection to the system.',
    upstreamTimeout: 'The system did not answer in time.',
    upstreamUnauthorized: 'The system does not accept Pult’s access key: an administrator is needed.',
    systemOff: 'This system is not connected to Pult.',
    stopping: 'Pult’s server is restarting. Try again in a minute.',
    internal: 'An internal error of Pult.',
  },
  throttled: (seconds) => `Too often. Try again in ${seconds} ${enPlural(seconds, 'second', 'seconds')}.`,
  retry: 'Try again',
};
