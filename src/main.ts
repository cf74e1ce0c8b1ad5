import { Procedures } from '#machines/kit/law/procedures.js';
import { regulations } from '#machines/regulations.js';
import { banner } from './boot/banner.js';
import { explainStartFailure } from './boot/explain.js';
import { Shutdown } from './boot/shutdown.js';
import { start } from './boot/start.js';
import { loadConfig } from './config.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${explainStartFailure(error) ?? stack}\n`);
}

async function main(): Promise<void> {
  const shutdown = new Shutdown(complain);
  try {
    const config = loadConfig();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // A second Ctrl-C changes nothing: the running parts are being closed already, and in time.
      process.on(signal, () => void shutdown.closeInTime().then((clean) => process.exit(clean ? 0 : 1)));
    }
    const starting = start(config, new Procedures(regulations), shutdown);
    shutdown.waitsFor(starting);
    const opened = await starting;
    if (opened && !shutdown.requested) say(banner(config, opened));
  } catch (error) {
    // The process was asked to stop meanwhile. The signal's own handler closes and exits.
    if (shutdown.requested) return;
    complain(error);
    await shutdown.closeInTime();
    process.exit(1);
  }
}

await main();
