/** The network between browsers and the event streams of one proxy: cuts them, or lets nothing of them through. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * What happens to streams that are opened from now on. `refuse`: the connection is cut at once · `hold`: it opens and
 * nothing comes, as behind a network that waits for the end of an answer · `pass`: nothing is done to them.
 */
export type StreamFate = 'pass' | 'refuse' | 'hold';

export type Streams = {
  /** How many streams are open. */
  count(): number;
  /** Cuts every open stream, as a network would; answers how many there were. */
  cut(): number;
  treat(fate: StreamFate): void;
  stop(): void;
};

const CHANNEL = 'http.server.request.start';
type Begun = { request: IncomingMessage; response: ServerResponse; socket: Socket };

/** @param port where the proxy listens; it runs in this very process. */
export function watchStreams(port: () => number | null): Streams {
  const open = new Set<Socket>();
  let fate: StreamFate = 'pass';

  const watch = (message: unknown) => {
    const { request, response, socket } = message as Begun;
    if (socket.localPort !== port() || !request.url?.startsWith('/api/events')) return;
    if (fate === 'refuse') {
      socket.destroy();
      return;
    }
    if (fate === 'hold') response.write = () => true;
    open.add(socket);
    response.once('close', () => open.delete(socket));
  };
  subscribe(CHANNEL, watch);

  return {
    count: () => open.size,
    cut() {
      const sockets = [...open];
      for (const socket of sockets) socket.destroy();
      return sockets.length;
    },
    treat(next) {
      fate = next;
    },
    stop: () => void unsubscribe(CHANNEL, watch),
  };
}
