// Jest's --filter: which specs a run takes. CommonJS, because Jest asks for it with `require`.
// A spec that has two lengths imports machines/kit/testing/depth.ts; SPECS says which are wanted.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
const { readFileSync } = require('node:fs');

const twoLengths = (file) => readFileSync(file, 'utf8').includes("/testing/depth.js'");
const wanted = { deep: twoLengths, quick: (file) => !twoLengths(file) }[process.env.SPECS];

module.exports = (files) => ({ filtered: files.filter(wanted) });
