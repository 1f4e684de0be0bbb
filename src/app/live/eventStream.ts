/** The event stream of the proxy, once: when it breaks it is over, and whoever opened it decides what comes next. */

/** What the proxy says; see `#src/contracts/feed.ts`. */
const EVENTS = ['hint', 'health', 'list', 'beat'] as const;
export type StreamEvent = (typeof EVENTS)[number];

/** Opens the stream; the result closes it, and nothing is called afterwards. */
export function openEventStream(told: {
  onEvent: (event: StreamEvent, data: string) => void;
  onBroken: () => void;
}): () => void {
  const source = new EventSource('/api/events');
  const gone = new AbortController();
  const { signal } = gone;
  const close = () => {
    gone.abort();
    source.close();
  };
  for (const event of EVENTS) {
    source.addEventListener(event, ({ data }: MessageEvent<string>) => told.onEvent(event, data), { signal });
  }
  const broken = () => {
    close();
    told.onBroken();
  };
  source.addEventListener('error', broken, { signal });
  return close;
}
