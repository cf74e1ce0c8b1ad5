import { byForm } from '#machines/kit/law/cure.js';
import { z } from 'zod';
import { grammar } from '#machines/kit/law/machine.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import type { Regulation } from '#machines/kit/law/regulation.js';
import { rule, verdict } from '#machines/kit/law/rule.js';
import { acts, decisions } from '#machines/regulations/it-projects/desk.js';
import { ladders } from '#machines/regulations/it-projects/ladders.js';
import { itProjects } from '#machines/regulations/it-projects/regulation.js';

/** A procedure for tests of the desk: two steps of one office side by side, and a rule of each weight. */

type Context = { title: string; copies: number };

const parties = {
  applicant: { label: '用印单位', kind: 'applicant' },
  dataBureau: { label: '县数据资源管理局', kind: 'role', role: 'data-bureau' },
  supervisor: { label: '县政府督查', kind: 'role', role: 'supervisor' },
} as const;

const nothing = z.strictObject({});
const events = {
  grant: { label: '准予用印', payload: nothing },
  sendBack: { label: '退回修改', payload: nothing },
  handInAgain: { label: '重新提交', payload: nothing },
  register: { label: '登记', payload: nothing },
} as const;

const copiesOf = ({ context }: { context: Context }) => ({ 份数: context.copies });

const fewCopies = rule<Context>({
  id: 'seal.few-copies',
  clause: '1.1',
  weight: 'principle',
  holds: '原则上不超过3份',
  says: (seen) => `共${String(seen['份数'])}份，原则上不超过3份`,
  remedy: '请减少份数，或者申请例外',
  curedBy: [byForm()],
  about: 'case',
  judge: (s) => verdict(s.context.copies <= 3, copiesOf(s)),
});
const notTooMany = rule<Context>({
  id: 'seal.not-too-many',
  clause: '1.1',
  holds: '不得超过10份',
  says: (seen) => `共${String(seen['份数'])}份，超过10份`,
  remedy: '请减少份数',
  curedBy: [byForm()],
  about: 'case',
  judge: (s) => verdict(s.context.copies <= 10, copiesOf(s)),
});
const oneCopy = rule<Context>({
  id: 'seal.one-copy',
  clause: '1.1',
  weight: 'advice',
  holds: '鼓励只用1份',
  says: (seen) => `共${String(seen['份数'])}份，鼓励只用1份`,
  remedy: '可以改用电子件',
  curedBy: [byForm()],
  about: 'case',
  judge: (s) => verdict(s.context.copies <= 1, copiesOf(s)),
});
const said = rule<Context, object>({
  id: 'seal.form-filled',
  clause: '1.1',
  holds: '表单已填写',
  says: '表单没有填写',
  remedy: '请填写表单',
  curedBy: [byForm()],
  about: 'event',
  judge: ({ data }) => verdict(data !== undefined),
});

const duty = (label: string) =>
  ({ kind: 'duty', label, clause: '1.1', whose: 'dataBureau', period: 'endorsement', ladder: 'standard' }) as const;
const deadlines = { examining: duty('审查'), registering: duty('登记') };

const { at, machine, on, waiting } = grammar<Context>()({
  id: 'seal',
  states: { underway: { paper: { examining: {}, correcting: {} }, ledger: { open: {}, done: {} } }, closed: {} },
  parties,
  events,
  deadlines,
  decisions,
});
const bureau = { by: 'dataBureau', clauses: ['1.1'] } as const;

const lifeCycle = machine({
  initial: 'underway',
  states: {
    underway: {
      type: 'parallel',
      states: {
        paper: {
          initial: 'examining',
          states: {
            examining: {
              ...waiting({ label: '审查中', party: 'dataBureau', clause: '1.1', opens: ['examining'] }),
              on: {
                ...on('grant', {
                  ...bureau,
                  to: at('closed'),
                  decides: true,
                  rules: [fewCopies, notTooMany, oneCopy, said],
                }),
                ...on('sendBack', { ...bureau, to: 'correcting' }),
              },
            },
            correcting: {
              ...waiting({ label: '修改中', party: 'applicant', clause: '1.1', opens: ['examining'] }),
              on: on('handInAgain', { to: 'examining', by: 'applicant', clauses: ['1.1'] }),
            },
          },
        },
        ledger: {
          initial: 'open',
          states: {
            open: {
              ...waiting({ label: '待登记', party: 'dataBureau', clause: '1.1', opens: ['registering'] }),
              on: on('register', { ...bureau, to: 'done', decides: true }),
            },
            done: {},
          },
        },
      },
    },
    closed: { type: 'final', tags: ['closed'], meta: { label: '已用印' } },
  },
});

const seal: Procedure<Context> = {
  id: 'seal',
  version: 1,
  title: '用印',
  numberPrefix: 'YY',
  machine: lifeCycle,
  stages: [],
  parties,
  readers: ['supervisor'],
  contributors: ['applicant', 'dataBureau'],
  events,
  systemEvents: {},
  acts,
  relations: {},
  creation: {
    label: '申请用印',
    payload: z.strictObject({ title: z.string().min(1), copies: z.int().positive() }),
    clauses: ['1.1'],
    rules: [],
    begin: (data: Context) => data,
    titleOf: ({ title }: Context) => title,
  },
  deadlines,
  ladders,
  lists: {},
  documents: { basis: { label: '依据文件', clause: '1.1' } },
};

export const EXAMINING = 'underway.paper.examining';
export const LEDGER = 'underway.ledger.open';

/** Its regulation, with the first regulation's numbers and clauses, on which the desk is based. */
export const sealing: Regulation = { ...itProjects, id: 'sealing', title: '用印办法', procedures: [seal] };
