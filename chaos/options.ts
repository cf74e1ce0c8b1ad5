import { parseArgs } from 'node:util';

export type Backend = 'redis' | 'postgres';

export interface Options {
  backends: readonly Backend[];
  seed: number;
  minutes: number;
  cases: number;
  /** How many simulated days pass in a second. */
  daysPerSecond: number;
  apis: number;
  workers: number;
  /** The seconds between two faults, on average. */
  faultEvery: number;
  sweepSeconds: number;
  /** The folder for what the processes write. */
  logs?: string | undefined;
}

const NUMBERS = {
  seed: () => Math.floor(Math.random() * 2 ** 31),
  minutes: () => 1.5,
  cases: () => 600,
  days: () => 0.5,
  apis: () => 2,
  workers: () => 3,
  every: () => 4,
  sweep: () => 1,
} as const;

const USAGE = `--backend redis|postgres|both  --logs FOLDER  ${Object.keys(NUMBERS)
  .map((name) => `--${name} N`)
  .join('  ')}`;

/** @throws Error with the usage for what can't be understood. */
export function optionsOf(args: readonly string[]): Options {
  const given = understood(args);
  const number = (name: keyof typeof NUMBERS): number => {
    const value = given[name] === undefined ? NUMBERS[name]() : Number(given[name]);
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} wants a number\n${USAGE}`);
    return value;
  };
  const backend = given['backend']!;
  if (!['redis', 'postgres', 'both'].includes(backend))
    throw new Error(`--backend is redis, postgres or both\n${USAGE}`);
  return {
    backends: backend === 'both' ? ['redis', 'postgres'] : [backend as Backend],
    seed: number('seed'),
    minutes: number('minutes'),
    cases: number('cases'),
    daysPerSecond: number('days'),
    apis: number('apis'),
    workers: number('workers'),
    faultEvery: number('every'),
    sweepSeconds: number('sweep'),
    logs: given['logs'],
  };
}

function understood(args: readonly string[]): Record<string, string | undefined> {
  const options = {
    backend: { type: 'string', default: 'both' },
    logs: { type: 'string' },
    ...Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, { type: 'string' as const }])),
  } as const;
  try {
    return parseArgs({ args: [...args], strict: true, options }).values as Record<string, string | undefined>;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`, { cause: error });
  }
}
