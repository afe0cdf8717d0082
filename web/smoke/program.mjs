// The real program: DATELINE names it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const DATELINE = process.env.DATELINE ?? join(import.meta.dirname, '../../target/release/dateline');

/** The program at work on a record, on a free port. */
export async function serve(record, ...options) {
  const child = spawn(DATELINE, ['serve', '--listen', '127.0.0.1:0', '--record', record, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const base = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (more) => {
      said += more;
      const address = /http:\/\/\S+/.exec(said);
      if (address) resolve(address[0]);
    });
    child.once('exit', (code) => reject(new Error(`dateline serve ended with ${code}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { base, ended, close: () => child.kill('SIGINT') };
}
