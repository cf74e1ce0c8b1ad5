import { difference } from '#machines/kit/testing/kept.js';
import { checkAlive } from './alive.js';
import { asCase, Broken, type CaseBody } from './door.js';
import type { Met } from './pool.js';
import { waits } from './vocabulary.js';
import type { Walkers } from './walker.js';

interface Line {
  case: { id: string };
  kind: string;
  deadline: string | null;
  chase: { role: string | null; person?: string };
  cause: { message: string };
}

const SAME = [
  'id',
  'number',
  'procedure',
  'procedureVersion',
  'title',
  'seq',
  'stage',
  'states',
  'stateLabel',
  'status',
  'createdAt',
  'movedAt',
] as const;

/** Lists read columns, and a case reads its snapshot. This checks that both say the same at the same time. */
export class Agreement {
  constructor(private readonly w: Walkers) {}

  async step(): Promise<void> {
    await this.w.chance.pick([() => this.list(), () => this.tasks(), () => this.stuck(), () => this.alive()])();
  }

  private async alive(): Promise<void> {
    const live = this.w.pool.live();
    if (live.length > 0) await checkAlive(this.w, this.w.chance.pick(live));
  }

  private async shown(of: Met): Promise<CaseBody> {
    return asCase((await this.w.teller.look(of.witness, of.id)).body);
  }

  private async list(): Promise<void> {
    const { door, chance, pool } = this.w;
    const of = chance.pick([...pool.cases.values()]);
    const { body } = await door.ask({
      as: of.witness,
      method: 'GET',
      path: `/api/v1/cases?limit=200&procedure=${of.procedure.page.id}&q=${encodeURIComponent(of.seen.title)}`,
    });
    const line = (
      body.items as { id: string; unit: unknown; waitingOn: { kind: string; since: string } | null }[]
    ).find((item) => item.id === of.id);
    const there = await this.shown(of);
    if (!line) throw new Broken(`${there.number} is not on the list of ${of.witness}, who sees it`);
    for (const field of SAME) {
      const elsewhere = difference((line as unknown as CaseBody)[field], there[field], field);
      if (elsewhere !== null) throw new Broken(`the list and ${there.number} differ in ${elsewhere}`);
    }
    if (
      line.waitingOn?.kind !== there.waitingOn?.kind ||
      line.waitingOn?.since !== (there.waitingOn?.since ?? undefined)
    )
      throw new Broken(`the list and ${there.number} differ in whom it waits on`);
  }

  /** Checks that those a case waits on find it among their tasks, and that nobody finds an ended one. */
  private async tasks(): Promise<void> {
    const { door, chance, pool, accounts } = this.w;
    const of = chance.pick([...pool.cases.values()]);
    const there = await this.shown(of);
    // A step that was taken over belongs to one person and no longer to the office.
    const taken = new Set(there.desk.assignments.filter((a) => a.kind === 'transfer').map((a) => a.state));
    const asked = waits(there).filter((w) => (w.kind === 'unit' || w.kind === 'role') && !taken.has(w.state));
    const who = accounts.filter((a) =>
      asked.some((w) => (w.unit ? w.unit.id === a.unit?.id : w.role !== null && a.roles.includes(w.role))),
    );
    const { username } = chance.pick(who.length > 0 ? who : accounts);
    const { body } = await door.ask({ as: username, method: 'GET', path: '/api/v1/tasks?limit=200' });
    const tasks = body as Line[];
    if (who.length > 0 && tasks.length < 200 && !tasks.some((t) => t.case.id === of.id))
      throw new Broken(`${there.number} waits on ${username}, whose tasks do not say so`);
    for (const task of tasks) {
      const met = pool.cases.get(task.case.id);
      if (met && ['closed', 'terminated'].includes(met.seen.status))
        throw new Broken(`${met.seen.number} has ended and is a task of ${username}`);
    }
  }

  private async stuck(): Promise<void> {
    const { door, pool, chance } = this.w;
    const lines = new Map<string, Line[]>();
    const told = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await door.ask({
        as: 'supervisor',
        method: 'GET',
        path: `/api/v1/supervision/stuck?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
      });
      for (const item of body.items as Line[]) {
        const key = [
          item.case.id,
          item.kind,
          item.deadline,
          item.chase.role,
          item.chase.person,
          item.cause.message,
        ].join(' ');
        if (told.has(key)) throw new Broken(`one matter is listed twice: ${key}`);
        told.add(key);
        lines.set(item.case.id, [...(lines.get(item.case.id) ?? []), item]);
      }
      cursor = body.nextCursor as string | null;
    }
    for (const of of pool.live().filter(() => chance.hit(0.4))) {
      const looked = await this.w.teller.look('supervisor', of.id);
      if (looked.status === 404) continue;
      const there = asCase(looked.body);
      const matters = lines.get(of.id) ?? [];
      if (matters.some((m) => m.kind === 'faulted')) throw new Broken(`a job of ${there.number} failed`);
      const late = there.deadlines.filter((d) => d.kind === 'duty' && d.light === 'red').map((d) => d.name);
      const listed = matters.filter((m) => m.kind === 'overdue').map((m) => m.deadline!);
      const missing = [
        ...late.filter((name) => !listed.includes(name)),
        ...listed.filter((name) => !late.includes(name)),
      ];
      if (missing.length > 0)
        throw new Broken(
          `${there.number} is late with ${late.join() || 'nothing'} and stuck with ${listed.join() || 'nothing'}`,
        );
    }
  }
}
