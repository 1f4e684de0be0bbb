/** Program behind `npm run user`: talks to the person at the terminal. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { runUserCommand } from './userCommands.ts';

/** Asks without showing what is typed. */
function askHidden(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write(question);
  return new Promise((resolve) => {
    terminal.once('SIGINT', () => process.exit(130));
    terminal.question('', (answer) => {
      process.stdout.write('\n');
      terminal.close();
      resolve(answer);
    });
  });
}

async function askPassword(login: string): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  const password = await askHidden(`Password for ${login}: `);
  const again = await askHidden('Once more: ');
  if (password !== again) throw new Error('The two are not the same; nothing was changed.');
  return password;
}

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runUserCommand(process.argv.slice(2), {
  usersFile: process.env['USERS_FILE']?.trim() || 'data/users.json',
  askPassword,
  print: (line) => console.log(line),
});
