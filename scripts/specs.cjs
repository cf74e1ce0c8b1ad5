// Jest's --filter: which specs a run takes. CommonJS, because Jest asks for it with `require`.
// A spec that has two lengths imports machines/kit/testing/depth.ts; SPECS says which are wanted.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
const { readFileSync } = require('node:fs');

const twoLengths = (file) => readFileSync(file, 'utf8').includes("/testing/depth.js'");
/** What `npm test` as a whole leaves to test:deep, so that people run it: they cost much and find what is rare. */
const COSTLY = [
  'src/files/workbooks.spec.ts',
  'test/boot/graceful.spec.ts',
  'test/boot/lifecycle.spec.ts',
  'test/boot/root-only-clone.spec.ts',
  'test/boot/wrong-start.spec.ts',
  'test/calendar-file.spec.ts',
  'test/demo.spec.ts',
  'test/engine/issued-plan.spec.ts',
  'test/engine/periodic.spec.ts',
  'test/engine/statistics-random.spec.ts',
  'test/fuzz/fuzz.spec.ts',
  'test/odd-server.spec.ts',
  'test/recount.spec.ts',
  'test/tasks.spec.ts',
  'test/walk-script.spec.ts',
  'test/walker.spec.ts',
];
const wanted = {
  deep: twoLengths,
  quick: (file) => !twoLengths(file),
  usual: (file) => !COSTLY.some((costly) => file.replaceAll('\\', '/').endsWith(`/${costly}`)),
}[process.env.SPECS];

module.exports = (files) => ({ filtered: files.filter(wanted) });
