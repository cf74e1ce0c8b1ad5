import { inWan } from '#machines/kit/words/money.js';
import { chainHolds } from './chain.js';
import type { Api, Json } from './client.js';
import type { Case } from './step.js';

/** One case at the end, as the API answers then. */
export interface Outcome {
  procedure: Case['procedure'];
  id: string;
  number: string;
  title: string;
  unit: string;
  amountFen: number;
  status: string;
  stands: string;
  history: Json[];
  verified: boolean;
  /** `deadlineId rung` of every reminder. */
  reminders: string[];
  stuck: { kind: string; message: string } | null;
}

/** Reads everything again, as the government's supervisor. */
export async function outcomes(api: Api, caseIds: readonly string[]): Promise<Outcome[]> {
  const [project, stuck] = await Promise.all([api.read('supervisor', '/api/v1/procedures/project'), allStuck(api)]);
  const stages = new Map<string, string>(project.stages.map((s: Json) => [s.id, s.label]));
  const found: Outcome[] = [];
  for (const id of caseIds) {
    const [one, history, deadlines] = await Promise.all(
      ['', '/history', '/deadlines'].map((part) => api.read('supervisor', `/api/v1/cases/${id}${part}`)),
    );
    const ended = one.status === 'closed' || one.status === 'terminated';
    const item = stuck.get(id);
    found.push({
      id,
      procedure: one.procedure,
      number: one.number,
      title: one.title,
      unit: one.unit.name,
      amountFen: AMOUNTS[one.procedure as Case['procedure']](one.data),
      status: one.status,
      stands: ended || one.stage === null ? one.stateLabel : `${stages.get(one.stage) ?? one.stage}·${one.stateLabel}`,
      history,
      verified: chainHolds(history),
      reminders: remindersOf(deadlines),
      stuck: item ? { kind: item.kind, message: item.cause.message } : null,
    });
  }
  return found;
}

const sumOf = (items: Json[]): number =>
  items.filter((i) => i.status !== 'removed').reduce((sum: number, i: Json) => sum + i.amountFen, 0);

/** The estimate of a project, the sum of the projects on a plan, the amount that an operation asks for. */
const AMOUNTS: Readonly<Record<Case['procedure'], (data: Json) => number>> = {
  project: ({ declaration }) => declaration.estimateFen,
  'annual-plan': ({ items }) => sumOf(items),
  'operation-review': ({ declaration }) => declaration.totalFen,
};

export const remindersOf = (deadlines: Json[]): string[] =>
  deadlines.flatMap((d) => d.reminders.map((r: Json) => `${d.deadline.id} ${r.rung}`));

async function allStuck(api: Api): Promise<Map<string, Json>> {
  const found = new Map<string, Json>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor } = await api.read(
      'supervisor',
      `/api/v1/supervision/stuck?limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const item of items) found.set(item.case.id, item);
    cursor = nextCursor;
  }
  return found;
}

const KINDS: Readonly<Record<string, string>> = {
  faulted: '故障',
  overdue: '逾期',
  'paused-too-long': '停顿过久',
  'due-soon': '将到期',
  'waiting-outside': '等上级',
  idle: '停滞',
};

const times = (what: string, count: number): string => (count > 0 ? `${what}${count}次` : '');

/**
 * Tells what happened on the way, as far as it is in history. Refusals are not, so `refused` is counted from the
 * answers.
 */
export function wayOf({ history }: Outcome, refused: number): string {
  const of = (test: (row: Json) => boolean): number => history.filter(test).length;
  return (
    [
      times('拒绝', refused),
      times(
        '退回',
        of((r) => r.type === 'returnForCorrection' || r.type === 'returnItem' || r.type === 'planReturned'),
      ),
      times(
        '剔除',
        of((r) => r.type === 'removeItem' || r.type === 'planRemoved'),
      ),
      times(
        '加签',
        of((r) => r.type === 'addSigners'),
      ),
      times(
        '不合格',
        of((r) => r.data.result === 'failed' || r.data.conclusion === 'failed'),
      ),
      times(
        '延期',
        of(
          (r) =>
            r.type === 'approveTrialExtension' || r.type === 'approveAcceptanceExtension' || r.type === 'extendWindow',
        ),
      ),
      times(
        '整改',
        of((r) => r.type === 'reportRectification'),
      ),
      times(
        '催办',
        of((r) => r.type === 'urge'),
      ),
    ]
      .filter(Boolean)
      .join('·') || '—'
  );
}

export const HEAD = ['编号', '名称', '单位', '金额', '阶段/状态', '步数', '经过', '提醒', '卡在谁/为什么'];
export const NUMBERS = [3, 5, 7];

export const rowOf = (o: Outcome, refused: number): string[] => [
  o.number,
  o.title,
  o.unit,
  inWan(o.amountFen),
  o.stands,
  String(o.history.length),
  wayOf(o, refused),
  String(o.reminders.length),
  o.stuck ? `【${KINDS[o.stuck.kind] ?? o.stuck.kind}】${o.stuck.message}` : '—',
];
