/** Keeps one tab current: the machine that says what to do, and the browser that does it. */
import type { QueryClient } from '@tanstack/react-query';
import { hashKey } from '@tanstack/react-query';
import { ApiError } from '#src/api/http.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { createCatchUp } from './catchUp.ts';
import type { StreamEvent } from './eventStream.ts';
import { openEventStream } from './eventStream.ts';
import { followNews } from './followNews.ts';
import type { LiveEffect, LiveEvent } from './liveMachine.ts';
import { stepLive } from './liveMachine.ts';
import { PACE } from './livePace.ts';
import type { LeaderWord } from './liveState.ts';
import { beginLive, shownLive } from './liveState.ts';
import { showLive } from './liveStore.ts';
import { noteReadings } from './readings.ts';
import { joinTabs } from './tabs.ts';

/** What tabs say to each other. `news`: what the leader's stream said. */
type TabWord =
  | { kind: 'ask' }
  | { kind: 'tell'; word: LeaderWord }
  | { kind: 'news'; word: LeaderWord; event: StreamEvent; data: string };

/** Whose failure it is when the orders cannot be pulled: an answer of Pult, or none (a gateway's error page is none). */
function pullEnd(error: unknown): 'refused' | 'unanswered' {
  if (!(error instanceof ApiError)) return 'refused';
  const unanswered =
    error.code === 'offline' ||
    error.code === 'stopping' ||
    (error.code === 'badAnswer' && error.status >= 500);
  return unanswered ? 'unanswered' : 'refused';
}

/**
 * @param login tabs of one user share one stream.
 * @param pollMs how often feeds are pulled while no stream gets through.
 * @returns how to stop.
 */
export function startLive(
  client: QueryClient,
  { login, pollMs }: { login: string; pollMs: number },
): () => void {
  let state = beginLive(Date.now());
  let closeStream = () => {};
  let retry: ReturnType<typeof setTimeout> | undefined;
  const readings = noteReadings(client);
  const news = followNews(client, readings);
  const { catchUp, pull, giveUpHung, stop: stopCatchUp } = createCatchUp(client, readings);
  const stopped = new AbortController();
  const { signal } = stopped;

  const wordOf = (): LeaderWord => ({ flow: state.flow, openedAt: state.openedAt, heardAt: state.heardAt });

  const tabs = joinTabs<TabWord>({
    name: `pult.stream.${login}`,
    onLed: () => step({ is: 'led' }),
    onLost: () => step({ is: 'lost' }),
    onWord(said) {
      if (said.kind === 'ask') return step({ is: 'asked' });
      step({ is: 'told', word: said.word });
      if (said.kind === 'news') news.take(said.event, said.data);
    },
  });

  function openStream(): void {
    closeStream();
    closeStream = openEventStream({
      onEvent(event, data) {
        step({ is: 'heard' });
        tabs.say({ kind: 'news', word: wordOf(), event, data });
        news.take(event, data);
      },
      onBroken() {
        step({ is: 'broke' });
        // A stream may outlive the network by a few words; with it goes the last that spoke for one.
        if (!navigator.onLine) step({ is: 'network', on: false });
      },
    });
  }

  function run(effect: LiveEffect): void {
    switch (effect.do) {
      case 'open':
        return openStream();
      case 'close':
        return closeStream();
      case 'steal':
        return tabs.steal();
      case 'ask':
        return tabs.say({ kind: 'ask' });
      case 'tell':
        return tabs.say({ kind: 'tell', word: wordOf() });
      case 'pull':
        return pull();
      case 'catchUp':
        return void catchUp(effect.asleep);
    }
  }

  function step(event: LiveEvent): void {
    if (signal.aborted) return;
    const next = stepLive(state, event, Date.now(), pollMs);
    state = next.state;
    showLive(shownLive(state));
    for (const effect of next.effects) run(effect);
    // At its time and not at the next look: until then nobody hears of what changes.
    clearTimeout(retry);
    if (state.stream === 'pausing') retry = setTimeout(look, state.retryAt - Date.now());
  }

  function look(): void {
    step({ is: 'tick', hidden: document.hidden });
    giveUpHung(Date.now());
  }

  const orders = hashKey(ORDERS_FEED);
  const stopWatching = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryHash !== orders) return;
    const { action } = event;
    if (action.type === 'success' && !action.manual) step({ is: 'pulled', how: 'well' });
    else if (action.type === 'error') step({ is: 'pulled', how: pullEnd(action.error) });
  });
  window.addEventListener('online', () => step({ is: 'network', on: true }), { signal });
  window.addEventListener('offline', () => step({ is: 'network', on: false }), { signal });
  for (const woken of ['visibilitychange', 'resume']) document.addEventListener(woken, look, { signal });
  window.addEventListener('pageshow', look, { signal });
  const timer = setInterval(look, PACE.tick);
  look();
  if (!navigator.onLine) step({ is: 'network', on: false });

  return () => {
    stopped.abort();
    clearInterval(timer);
    clearTimeout(retry);
    stopWatching();
    stopCatchUp();
    news.stop();
    readings.stop();
    closeStream();
    tabs.leave();
    showLive({ state: 'connecting' });
  };
}
