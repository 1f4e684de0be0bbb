/**
 * The tabs of one browser among themselves: one of them leads. Web Locks say which (whoever holds the lock; it passes on
 * by itself when that tab goes), a BroadcastChannel carries what is said. Where a browser has no locks (a page that did
 * not come over https) or refuses them, each tab leads itself.
 */

export type Tabs<Word> = {
  /** To all other tabs. */
  say(word: Word): void;
  /** Takes the lead from a tab that does not answer any more. */
  steal(): void;
  leave(): void;
};

type Claims = Pick<LockManager, 'request'>;

type JoinTabs<Word> = {
  /** Tabs that use the same name are together. */
  name: string;
  onLed: () => void;
  /** Somebody took the lead away; from here on this tab waits for its turn again. */
  onLost: () => void;
  onWord: (word: Word) => void;
  /** The browser's own; a test gives others. */
  locks?: Claims | undefined;
};

/** @returns how to speak, and how to leave; after leaving nothing is called any more. */
export function joinTabs<Word>(options: JoinTabs<Word>): Tabs<Word> {
  const { name, onLed, onLost, onWord } = options;
  const locks = 'locks' in options ? options.locks : navigator.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') {
    // Not within the call: whoever joins does not know yet how to speak.
    const alone = setTimeout(onLed);
    return { say() {}, steal() {}, leave: () => clearTimeout(alone) };
  }

  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => onWord(data));
  let turn = claim({});

  /** Waits for the lead (or takes it); the result gives up waiting, or the lead. */
  function claim(how: { steal?: boolean }): () => void {
    const waiting = new AbortController();
    let given = false;
    let led = false;
    let giveUp = () => {};
    const held = () =>
      new Promise<void>((resolve) => {
        led = true;
        giveUp = resolve;
        if (!given) onLed();
        else resolve();
      });
    // `steal` and `signal` exclude each other.
    const asked = locks?.request(name, how.steal ? { steal: true } : { signal: waiting.signal }, held);
    asked?.catch(() => {
      if (given) return;
      // Never had and refused: asking again and again would only stop this page.
      if (!led) return onLed();
      turn = claim({});
      onLost();
    });
    return () => {
      given = true;
      waiting.abort();
      giveUp();
    };
  }

  return {
    say: (word) => channel.postMessage(word),
    steal() {
      turn();
      turn = claim({ steal: true });
    },
    leave() {
      turn();
      channel.close();
    },
  };
}
