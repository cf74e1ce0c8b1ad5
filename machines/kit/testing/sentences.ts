import type { Notice } from '../case/notice.js';
import { messageOf, type Rule, type Seen } from '../law/rule.js';
import { situationOf, type Evidence, type Example } from './example.js';
import { fits, sentenceProblems, type Use } from './proof.js';

/** A sentence that an official reads: where it comes from, and what somebody wrote that it repeats. */
export interface Said {
  of: string;
  text: string;
  /** The texts that people wrote themselves, as far as the sentence may repeat them. */
  theirs: readonly string[];
}

/** Abbreviations that officials write themselves. */
const KNOWN = /\b(?:GB|IT|PDF|OFD|Excel|JSON|UTF-8|AI|API|CT|HIS|PC|OA)\b/g;
/** The number of a case, which every office knows. */
const CASE_NUMBER = /[A-Z]{2}-\d+(?:-\d+)?/g;

/** Returns the message of every failing example of a rule, with its remedy. */
export function refusalsOf(uses: readonly Use[], { ground, examples }: Evidence): Said[] {
  const said = new Map<string, Said>();
  for (const example of examples.filter(({ holds }) => !holds))
    for (const rule of new Set(uses.filter((use) => fits(example, use)).map((use) => use.rule)))
      for (const one of spokenBy(rule, example, ground)) said.set(`${one.of} ${one.text}`, one);
  return [...said.values()];
}

function spokenBy(rule: Rule<unknown, unknown>, example: Example, ground: Evidence['ground']): Said[] {
  const situation = situationOf(ground, example);
  const { seen } = rule.judge(situation);
  const written = new Set(textsIn([situation.data, situation.context]));
  const { units, people } = situation.facts.directory;
  const ours = new Set([...units.values(), ...people.values()].map(({ name }) => name));
  const theirs = Object.values(seen).flatMap((value) =>
    typeof value === 'string' ? value.split('、').filter((part) => written.has(part) && !ours.has(part)) : [],
  );
  return [
    { of: rule.id, text: messageOf(rule, seen as Seen), theirs },
    { of: `remedy of ${rule.id}`, text: rule.remedy, theirs: [] },
  ];
}

/** Returns what an official would stumble over in a sentence. */
export function stumbles({ of, text, theirs }: Said): string[] {
  // What somebody wrote may hold anything. It stands between quotation marks.
  const open = theirs.filter((word) => /\p{Script=Han}|[a-z]/u.test(word) && isOpen(text, word));
  const ours = theirs.reduce((rest, word) => rest.replaceAll(word, ''), text).replaceAll(/[「“][^」”]*[」”]/g, '');
  return [
    ...sentenceProblems(of, text.replace(/[。？！]$/, '')),
    ...open.map((word) => `${of} repeats ${word} without quotation marks: 「${text}」`),
    ...(/[A-Za-z]{2,}/.test(ours.replaceAll(KNOWN, '').replaceAll(CASE_NUMBER, ''))
      ? [`${of} shows a code: 「${text}」`]
      : []),
    ...(/(?<![\d.])\d{5,}(?![\d.]|万元)|\d分(?!之)/.test(ours) ? [`${of} shows a bare number: 「${text}」`] : []),
  ];
}

/** Tells whether a word stands in a sentence outside of quotation marks, alone or in a list. */
const isOpen = (text: string, word: string): boolean => text.replaceAll(/[「“《][^」”》]*[」”》]/g, '').includes(word);

/** A message that does not name its case leaves its reader to guess. */
export const namelessMessage = ({ text }: Pick<Notice, 'text'>, title: string): string | null =>
  text.includes(`「${title}」`) ? null : `a message names no case: 「${text}」`;

/** Returns the texts in plain data. What an act looks at also holds the procedure, which nobody wrote. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || 'machine' in value) return [];
  return Object.values(value).flatMap(textsIn);
}
