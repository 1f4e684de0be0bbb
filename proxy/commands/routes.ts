/** `POST /api/commands`: one NDJSON line per order, sent the moment it is settled. */
import type { Hono } from 'hono';
import type { Command, OutcomeLine } from '#src/contracts/command.ts';
import { commandSchema } from '#src/contracts/command.ts';
import { roleOnly } from '#proxy/access/signIn.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { readBody } from '#proxy/http/readBody.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { Ledger, Recording } from './ledger.ts';
import type { Commands } from './run.ts';

const BODY_LIMIT = 256 * 1024;

export function commandRoutes(
  app: Hono<AppEnv>,
  { commands, ledger }: { commands: Commands; ledger: Ledger },
): void {
  app.post('/api/commands', roleOnly('dispatcher'), async (c) => {
    const body = await readBody(c, commandSchema, BODY_LIMIT);
    if (!body.ok) return body.refusal;
    const command = body.value;
    const wrong = wrongTogether(command);
    if (wrong !== null) return refuse(c, 'invalid', { message: wrong });
    if (commands.stopping()) return refuse(c, 'stopping');
    const { login, name } = c.get('session');
    const recording = ledger.record(login, command, (report) =>
      commands.run(command, { login, name }, report),
    );
    if (recording === 'otherCommand') return refuse(c, 'invalid', { message: 'id: was another command' });
    if (recording === 'tooMany') return refuse(c, 'throttled', { retryAfter: 5 });
    c.header('content-type', 'application/x-ndjson; charset=UTF-8');
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    return c.body(streamOf(recording));
  });
}

/** What no single field can say. */
function wrongTogether({ action, targets }: Command): string | null {
  const keys = new Set(targets.map(({ system, id }) => `${system}:${id}`));
  if (keys.size < targets.length) return 'targets: an order stands there twice';
  if (action.type === 'restore' && targets.some((target) => !target.to))
    return 'targets: to is needed to restore';
  if (action.type === 'reschedule') {
    if (targets.some(({ window }) => !window)) return 'targets: window is needed to reschedule';
    if (targets.some(({ window }) => window && window.from > window.to)) return 'targets: from is after to';
  }
  return null;
}

/** A browser that goes away stops the stream, not the command. */
function streamOf(recording: Recording): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const onLine = (line: OutcomeLine) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      stop = recording.follow(onLine, () => controller.close());
    },
    cancel: () => stop(),
  });
}
