/** What stands in the way of a whole run: no connection, a session that ended, a command that was refused. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useText } from '#src/locales/language.tsx';
import type { CommandRun } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { giveUp } from './driveRun.ts';
import classes from './RunCard.module.css';

export function RunNotes({ run }: { run: CommandRun }) {
  const text = useText();
  const t = text.commands.runs;
  const wait = useCommandStore((state) => state.waits[run.id]);
  if (run.state === 'running') {
    if (!wait) return null;
    return (
      <div className={classes.note} role="status">
        <IconPlugConnectedX size={17} stroke={1.7} aria-hidden />
        <p>{t.wait[wait.why]}</p>
        <Button variant="default" size="xs" onClick={() => giveUp(run.id)}>
          {t.giveUp}
        </Button>
      </div>
    );
  }
  if (!run.failure) {
    if (run.state !== 'lost') return null;
    return <Note words={[t.failure.gaveUp]} />;
  }
  const { code, message, system } = run.failure;
  const lost = run.state === 'lost';
  const advice = code === 'invalid' || code === 'badAnswer' ? t.failure.invalid : null;
  const why =
    code === 'throttled' ? text.errors.throttled(run.failure.retryAfter ?? 60) : text.errors.code[code];
  // A parser's complaint is of use to an administrator only, an upstream's own words to everybody.
  const said =
    message !== null && system !== null
      ? text.commands.asked.said(text.orders.systems[system], message)
      : null;
  return <Note words={[lost ? t.failure.broken : t.failure.refused, why, advice, said]} />;
}

function Note({ words }: { words: (string | null)[] }) {
  return (
    <div className={classes.note} data-bad role="alert">
      <IconAlertTriangle size={17} stroke={1.7} aria-hidden />
      <p>{words.filter(Boolean).join(' ')}</p>
    </div>
  );
}
