import { describe, expect, it } from '@jest/globals';
import { statesOf } from '#machines/kit/read/describe.js';
import { mermaid, safe } from '#machines/kit/read/diagram.js';
import { picturesOf } from '#machines/kit/read/pictures.js';
import { procedures } from './all.js';

const ID = '[A-Za-z][A-Za-z0-9_]*';
const TEXT = '[^:;#"<>{}%]+';
const RESERVED = /^(as|class|classdef|click|default|direction|end|hide|note|scale|state|style)$/i;
/** Up to so many lines with one name to one state can be read as one. More of them hide the road. */
const MOST_ALIKE = 4;
const FORMS = {
  state: new RegExp(`^state "(${TEXT})" as (${ID})( \\{)?$`),
  fork: new RegExp(`^state (${ID}) <<choice>>$`),
  edge: new RegExp(`^(\\[\\*\\]|${ID}) --> (\\[\\*\\]|${ID})(?:: (${TEXT}(?:<br/>${TEXT})*))?$`),
};

/** Returns what Mermaid could stumble over, in the small part of its grammar that we write. */
function flaws(text: string): string[] {
  const [first, second, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
  const declared = new Set<string>(['[*]']);
  const used = new Set<string>();
  const odd: string[] = first === 'stateDiagram-v2' && second === 'direction TB' ? [] : ['does not begin like one'];
  let open = 0;
  for (const line of lines) {
    const state = FORMS.state.exec(line);
    const fork = FORMS.fork.exec(line);
    const edge = FORMS.edge.exec(line);
    if (state) {
      declared.add(state[2]!);
      if (state[3]) open += 1;
    } else if (fork) declared.add(fork[1]!);
    else if (edge) [edge[1]!, edge[2]!].forEach((id) => used.add(id));
    else if (line === '}') open -= 1;
    else odd.push(line);
  }
  return [
    ...odd,
    ...(open === 0 ? [] : ['a box is not closed']),
    ...[...declared].filter((id) => RESERVED.test(id)).map((id) => `${id} is a word of Mermaid's own`),
    ...[...used].filter((id) => !declared.has(id)).map((id) => `${id} has no name`),
  ];
}

describe.each(procedures.all().map((p) => [p.id, p] as const))('the pictures of %s', (_, procedure) => {
  it('show the whole, every stage, and nothing that Mermaid could stumble over', () => {
    const pictures = picturesOf(procedure);
    expect(pictures[0]).toMatchObject({ stage: null, path: '', label: '总图' });
    expect([...new Set(pictures.flatMap((p) => p.stage ?? []))]).toEqual(procedure.stages.map((s) => s.id));
    expect(new Set(pictures.map((p) => p.path)).size).toBe(pictures.length);
    for (const { label, mermaid: text } of [...pictures, { label: 'all', mermaid: mermaid(procedure) }]) {
      expect([label, flaws(text)]).toEqual([label, []]);
      expect(text).toContain('-->');
    }
  });

  it('show every state in which the case waits, and every end, as a state with its name', () => {
    const states = statesOf(procedure).filter((s) => s.kind === 'resting' || s.kind === 'final');
    const named = (texts: readonly string[]) =>
      new Set(texts.flatMap((text) => text.split('\n')).flatMap((line) => FORMS.state.exec(line.trim())?.[1] ?? []));
    const missing = (texts: readonly string[]) =>
      states.map((s) => s.label!).filter((label) => !named(texts).has(safe(label)));
    expect({ missing: missing(picturesOf(procedure).map((p) => p.mermaid)) }).toEqual({ missing: [] });
    expect({ 'missing from the one picture of all': missing([mermaid(procedure)]) }).toEqual({
      'missing from the one picture of all': [],
    });
  });

  it('show with one line each event that ends it from everywhere', () => {
    for (const { label, mermaid: text } of picturesOf(procedure)) {
      const lines = text.split('\n').flatMap((line) => {
        const edge = FORMS.edge.exec(line.trim());
        return edge ? [[edge[2], edge[3]].join(': ')] : [];
      });
      const often = [...new Set(lines)].filter((line) => lines.filter((other) => other === line).length > MOST_ALIKE);
      expect([label, often]).toEqual([label, []]);
    }
  });
});

it('escape every sign in a label that means something to Mermaid', () => {
  const text = safe('甲:乙;丙#1 "丁" <b>{戊} %% 己\n庚');
  expect(text).toBe('甲：乙；丙＃1 ＂丁＂ ＜b＞｛戊｝ ％％ 己 庚');
  expect(flaws(`stateDiagram-v2\n  direction TB\n  state "${text}" as a\n  a --> a: ${text}<br/>${text}\n`)).toEqual(
    [],
  );
});

it.each([['a --> b'], ['state "x:y" as a'], ['state "x" as end'], ['state "x" as a {'], ['note right of a']])(
  '%s is found',
  (line) => {
    expect(flaws(`stateDiagram-v2\n  direction TB\n  ${line}\n`)).not.toEqual([]);
  },
);
