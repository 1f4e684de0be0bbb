/** Announces commands of this tab that did not end as asked, once each, when they have ended. */
import { useEffect, useRef } from 'react';
import { useCommandStore } from '#src/components/commands/commandStore.ts';
import { announceAll } from '#src/components/notices/announce.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';
import { runNotice, runsTogether } from './runNotices.ts';

export function useRunNotices(): void {
  const { commands } = useText();
  const { events } = useWords(noticesWords);
  const say = useRef({ commands, events });
  useEffect(() => {
    say.current = { commands, events };
  }, [commands, events]);

  useEffect(() => {
    // What had ended before this page was loaded has been told by the one before.
    const told = new Set(
      useCommandStore
        .getState()
        .runs.filter((run) => run.state !== 'running')
        .map((run) => run.id),
    );
    return useCommandStore.subscribe(({ runs }) => {
      const ended = runs.filter((run) => run.state !== 'running' && !told.has(run.id));
      for (const run of ended) told.add(run.id);
      const notices = ended.flatMap((run) => runNotice(run, say.current) ?? []);
      void announceAll(notices, (fresh) => runsTogether(fresh, say.current));
    });
  }, []);
}
