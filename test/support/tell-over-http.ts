import { OWN, type Known, type Step, type Story } from '#machines/kit/testing/story.js';
import type { Client } from './client.js';
import { eventually } from './external.js';

/**
 * Tells a story over HTTP, as it is told on the pure machine.
 * @throws with the line whose result differs
 */
export async function tellOverHttp(client: Client, procedure: string, story: Story): Promise<string> {
  await client.passTo(story.on);
  const begun = await client.create(story.by, story.procedure ?? procedure, story.declare);
  if (begun.status !== 201) throw new Error(`${story.title}: not begun: ${begun.text}`);
  // The person who began a case may hand in documents to it.
  const cases = new Map([[OWN, { id: begun.body.id as string, by: story.by }]]);
  const documents = new Map<string, string>();
  const of = (name = OWN) => cases.get(name)!;
  const known: Known = {
    id: (name) => of(name).id,
    document: (kind, name) => documents.get(`${of(name).id} ${kind}`)!,
  };

  for (const [i, step] of story.steps.entries()) {
    const line = `${story.title}, line ${i + 1} ${JSON.stringify(step)}`;
    if (step.on) await client.passTo(step.on);
    if (step.begin) {
      const other = await client.create(step.by!, step.begin, step.naming?.(known) ?? step.data ?? {});
      check(line, step, other, 201);
      if (other.status !== 201) continue;
      cases.set(step.at!, { id: other.body.id, by: step.by! });
    }
    for (const kind of step.upload ? [step.upload].flat() : []) {
      const { id } = (await client.upload(step.uploader ?? of(step.at).by, of(step.at).id, kind)) as { id: string };
      documents.set(`${of(step.at).id} ${kind}`, id);
    }
    if (step.send)
      check(
        line,
        step,
        await client.send(step.by!, of(step.at).id, step.send, step.naming?.(known) ?? step.data ?? {}),
      );
    if (!step.state) continue;
    const states = async (): Promise<string[]> =>
      (await client.get(of(step.at).by, `/api/v1/cases/${of(step.at).id}`)).body.states;
    // A signal to another case arrives with the answer, or on a busy machine a moment later.
    await eventually(states, (stands) => stands.some((s) => s === step.state || s.endsWith(`.${step.state}`))).catch(
      (error: Error) => Promise.reject(new Error(`${line}: ${error.message}`)),
    );
  }
  return of().id;
}

function check(
  line: string,
  step: Step,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the server says
  { status, body, text }: { status: number; body: any; text: string },
  good = 200,
): void {
  const expected = step.refused || step.clause ? 422 : step.notApplicable ? 409 : step.notYourStep ? 403 : good;
  if (status !== expected) throw new Error(`${line}: ${status} ${text.slice(0, 1000)}`);
  if (status !== 422) return;
  const rules: string[] = body.refusals.map((r: { rule: string }) => r.rule);
  const clauses: string[] = body.refusals.map((r: { clause: string }) => r.clause);
  if (step.refused && [...step.refused].sort().join() !== [...rules].sort().join())
    throw new Error(`${line}: refused by ${rules.join(', ')}`);
  if (step.clause && !clauses.includes(step.clause)) throw new Error(`${line}: refused by ${clauses.join(', ')}`);
}
