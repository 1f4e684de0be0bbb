/** Keeps this tab current for as long as somebody is signed in. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useSession } from '#src/api/session.ts';

/** Feeds are never pulled faster than this, however often the proxy asks the upstreams. */
const LEAST_POLL_SECONDS = 5;
const RETRY_MS = 10_000;

/** How often the feeds are pulled while no event stream gets through. */
export function useFallbackSeconds(): number {
  return Math.max(LEAST_POLL_SECONDS, useAppConfig().ordersPollSeconds);
}

/** To be called once, by the frame around all screens. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  const { data: session } = useSession();
  const login = session?.login;
  const pollMs = useFallbackSeconds() * 1000;
  useEffect(() => {
    if (login === undefined) return;
    let stop = () => {};
    // Apart from what the first screen needs: orders are on their way before anybody waits for changes of them.
    const begin = async () => {
      const ended = new AbortController();
      stop = () => ended.abort();
      try {
        const { startLive } = await import('./startLive.ts');
        if (!ended.signal.aborted) stop = startLive(client, { login, pollMs });
      } catch {
        // Until it can be fetched the feeds renew themselves by their interval.
        const timer = setTimeout(() => void begin(), RETRY_MS);
        ended.signal.addEventListener('abort', () => clearTimeout(timer));
        if (ended.signal.aborted) clearTimeout(timer);
      }
    };
    void begin();
    return () => stop();
  }, [client, login, pollMs]);
}
