import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './support/source-file.js';

it('what production runs is made from the program and the law alone', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--listFilesOnly'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(status).toBe(0);
  const ours = stdout
    .split('\n')
    .map((file) => path.relative(ROOT, file).split(path.sep).join('/'))
    .filter((file) => file !== '' && !file.startsWith('node_modules/'));
  expect(ours.length).toBeGreaterThan(300);
  expect(ours.filter((file) => !/^(src|machines)\//.test(file))).toEqual([]);
  expect(
    ours.filter((file) => /examples|\/scenarios\/|\/testing\/|^machines\/proof\/|\/proof\.ts$|\.spec\./.test(file)),
  ).toEqual([]);
}, 120_000);
