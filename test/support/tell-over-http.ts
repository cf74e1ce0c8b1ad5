import type { Step, Story } from '#machines/kit/testing/story.js';
import type { Client } from './client.js';

/** The same story as on the pure machine, told over HTTP. Throws with the line that came out differently. */
export async function tellOverHttp(client: Client, procedure: string, story: Story): Promise<string> {
  await client.passTo(story.on);
  const begun = await client.create(story.by, procedure, story.declare);
  if (begun.status !== 201) throw new Error(`${story.title}: not begun: ${begun.text}`);
  const id: string = begun.body.id;
  for (const [i, step] of story.steps.entries()) {
    const line = `${story.title}, line ${i + 1} ${JSON.stringify(step)}`;
    if (step.on) await client.passTo(step.on);
    for (const kind of step.upload ? [step.upload].flat() : []) await client.upload(story.by, id, kind);
    if (step.send) check(line, step, await client.send(step.by!, id, step.send, step.data ?? {}));
    if (!step.state) continue;
    const { body } = await client.get(story.by, `/api/v1/cases/${id}`);
    if (!body.states.some((s: string) => s === step.state || s.endsWith(`.${step.state}`))) throw new Error(`${line}: stands at ${body.states.join(', ')}`);
  }
  return id;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the server says
function check(line: string, step: Step, { status, body, text }: { status: number; body: any; text: string }): void {
  const expected = step.refused || step.clause ? 422 : step.notApplicable ? 409 : step.notYourStep ? 403 : 200;
  if (status !== expected) throw new Error(`${line}: ${status} ${text.slice(0, 1000)}`);
  if (status !== 422) return;
  const rules: string[] = body.refusals.map((r: { rule: string }) => r.rule);
  const clauses: string[] = body.refusals.map((r: { clause: string }) => r.clause);
  if (step.refused && [...step.refused].sort().join() !== [...rules].sort().join()) throw new Error(`${line}: refused by ${rules.join(', ')}`);
  if (step.clause && !clauses.includes(step.clause)) throw new Error(`${line}: refused by ${clauses.join(', ')}`);
}
