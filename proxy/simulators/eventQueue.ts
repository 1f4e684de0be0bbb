/** What will happen in the simulated day, in the order of its time (a binary heap; ties keep the order of entry). */

type Entry = { at: number; order: number; run: (at: number) => void };

export type EventQueue = {
  /** Runs `run(at)` when the day reaches `at` (epoch ms). */
  push: (at: number, run: (at: number) => void) => void;
  /** Runs everything due up to and including `time`, earliest first. */
  runTo: (time: number) => void;
  /** How far the day has gone: the event being run, or the end of the last run. */
  time: () => number;
};

const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** `start` is the time at which the day begins, epoch ms. */
export function createEventQueue(start: number): EventQueue {
  const heap: Entry[] = [];
  let entered = 0;
  let reached = start;

  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j] as Entry, heap[i] as Entry];
  };
  const rise = (from: number) => {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(heap[index] as Entry, heap[parent] as Entry)) return;
      swap(index, parent);
      index = parent;
    }
  };
  const sink = () => {
    let index = 0;
    for (;;) {
      const left = index * 2 + 1;
      let least = index;
      for (const child of [left, left + 1]) {
        if (child < heap.length && before(heap[child] as Entry, heap[least] as Entry)) least = child;
      }
      if (least === index) return;
      swap(index, least);
      index = least;
    }
  };
  const pop = (): Entry => {
    const first = heap[0] as Entry;
    const last = heap.pop() as Entry;
    if (heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return first;
  };

  return {
    push: (at, run) => {
      heap.push({ at: Math.round(at), order: entered++, run });
      rise(heap.length - 1);
    },
    runTo: (time) => {
      while (heap.length > 0 && (heap[0] as Entry).at <= time) {
        const entry = pop();
        reached = Math.max(reached, entry.at);
        entry.run(reached);
      }
      reached = Math.max(reached, time);
    },
    time: () => reached,
  };
}
