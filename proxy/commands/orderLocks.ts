/** One write at a time on one order, or one row of a list: its guard, write and read-back never mix with another's. */

export type OrderLocks = {
  /** Waits until all of these are free and takes them; the result gives them back (each may be given back once). */
  take(keys: readonly string[]): Promise<(key: string) => void>;
};

export function createOrderLocks(): OrderLocks {
  /** The last in line for each order; settles when it is free. */
  const lines = new Map<string, Promise<void>>();

  function queue(key: string): { free: Promise<void>; release: () => void } {
    const free = lines.get(key) ?? Promise.resolve();
    let release = () => {};
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    const line = free.then(() => mine);
    lines.set(key, line);
    void line.then(() => {
      if (lines.get(key) === line) lines.delete(key);
    });
    return { free, release };
  }

  return {
    async take(keys) {
      // All places in line are taken in one go, so two commands can never wait for each other.
      const places = new Map(keys.map((key) => [key, queue(key)]));
      await Promise.all([...places.values()].map((place) => place.free));
      return (key) => places.get(key)?.release();
    },
  };
}
