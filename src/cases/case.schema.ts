import { z } from 'zod';

/** The schema that the interface promises for a case. The tests check every answer against it. */

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const light = z.enum(['green', 'yellow', 'red', 'grey']);
const unit = z.strictObject({ id: z.string(), name: z.string() });

/** What takes a refusal away; any one of them is enough. */
const cure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('form'), fields: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('document'), document: z.string() }),
  z.strictObject({ kind: z.literal('step'), event: z.string(), procedure: z.string().optional() }),
  z.strictObject({ kind: z.literal('case'), procedure: z.string() }),
  z.strictObject({ kind: z.literal('day') }),
  z.strictObject({ kind: z.literal('substitute') }),
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('outside'), who: z.string() }),
]);

export const refusalSchema = z.strictObject({
  rule: z.string(),
  regulation: z.string(),
  clause: z.string(),
  cite: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  remedy: z.string(),
  curedBy: z.array(cure),
  weight: z.enum(['must', 'principle', 'advice']),
  earliest: day.optional(),
});

const waitingOn = z.strictObject({
  kind: z.enum(['unit', 'role', 'outside', 'time']),
  unit: unit.nullable(),
  person: unit.nullable(),
  role: z.string().nullable(),
  label: z.string(),
  state: z.string(),
  clause: z.string().nullable(),
  begins: z.string().nullable(),
  through: z
    .strictObject({
      relation: z.string(),
      label: z.string(),
      procedure: z.string(),
      cases: z
        .array(z.strictObject({ id: z.uuid(), number: z.string(), title: z.string(), stateLabel: z.string() }))
        .nullable(),
    })
    .nullable(),
  since: instant.nullable(),
});

/** What every deadline is called, and by which clause it runs. */
const deadlineName = {
  id: z.string(),
  name: z.string(),
  label: z.string(),
  regulation: z.string(),
  clause: z.string(),
  cite: z.string(),
};
const deadlineFields = {
  ...deadlineName,
  kind: z.enum(['duty', 'tracking', 'timer', 'reminder']),
  rule: z.string(),
  openedOn: day,
  startsOn: day,
  dueOn: day.nullable(),
  provisional: z.boolean(),
  light,
  status: z.enum(['open', 'paused', 'done', 'cancelled']),
  overdueWorkingDays: z.int().min(0),
  nextReminderAt: instant.nullable(),
  pauses: z.array(z.strictObject({ from: day, to: day.nullable(), why: z.string() })).max(20),
  earlierPauses: z.int().min(0),
  elapsed: z.int().min(0).nullable(),
  remaining: z.int().min(0).nullable(),
  countedIn: z.enum(['workingDays', 'days']).nullable(),
};
const deadline = z.strictObject(deadlineFields);

const doneLate = z.strictObject({ ...deadlineName, dueOn: day, doneOn: day, overdueWorkingDays: z.int().min(0) });

const outlook = z.strictObject({
  rule: z.string(),
  regulation: z.string(),
  clause: z.string(),
  cite: z.string(),
  holds: z.string(),
});
const action = z.strictObject({
  type: z.string(),
  label: z.string(),
  kind: z.enum(['step', 'act']),
  allowed: z.boolean(),
  refusals: z.array(refusalSchema),
  advice: z.array(refusalSchema),
  unknown: z.array(outlook),
  actingFor: z.array(z.strictObject({ id: z.string(), name: z.string(), unit: z.string().nullable() })),
  payloadSchema: z.unknown(),
});
const note = z.record(z.string(), z.unknown());
const desk = z.strictObject({
  assignments: z.array(note),
  signers: z.array(note),
  exceptions: z.array(note),
  copies: z.array(note),
  urges: z.array(note),
  last: note.nullable(),
});
const document = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  uploadedOn: z.iso.date(),
});

const cause = z.strictObject({
  case: z.strictObject({ id: z.uuid(), number: z.string(), title: z.string() }),
  seq: z.int().positive(),
  type: z.string().optional(),
  label: z.string().optional(),
  by: z.strictObject({
    id: z.string(),
    name: z.string(),
    unit: unit.nullable(),
    actingFor: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  }),
  reason: z.string().optional(),
});
const heard = z.strictObject({ on: day, seq: z.int().positive(), type: z.string(), label: z.string(), cause });

export const caseSchema = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  procedure: z.string(),
  procedureVersion: z.int(),
  regulation: z.string(),
  title: z.string(),
  seq: z.int().positive(),
  stage: z.string().nullable(),
  states: z.array(z.string()).min(1),
  stateLabel: z.string(),
  status: z.enum(['active', 'suspended', 'closed', 'terminated']),
  unit,
  data: z.record(z.string(), z.unknown()),
  waitingOn: waitingOn.nullable(),
  alsoWaitingOn: z.array(waitingOn),
  deadlines: z.array(deadline),
  /** The duties that were done late, the last one first, and no more than twenty. */
  doneLate: z.array(doneLate),
  actions: z.array(action),
  /** The advice that the event just taken does not follow. Empty where nothing was taken. */
  advice: z.array(refusalSchema),
  /** What another case told this one last: who decided what there, and why. */
  heard: heard.nullable(),
  desk,
  documents: z.array(document),
  createdAt: instant,
  movedAt: instant,
});

const who = z.strictObject({ id: z.string(), name: z.string(), unit: z.string().nullable() });

export const historyRowSchema = z.strictObject({
  caseId: z.uuid(),
  seq: z.int().positive(),
  at: instant,
  type: z.string(),
  data: z.unknown(),
  actor: who,
  actingFor: who.optional(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  regulation: z.string().optional(),
  clauses: z.array(z.string()),
  judged: z.array(
    z.strictObject({
      rule: z.string(),
      seen: z.record(z.string(), z.unknown()),
      advice: z.string().optional(),
      exception: z.strictObject({ reason: z.string(), number: z.string() }).optional(),
    }),
  ),
  looked: z.record(z.string(), z.array(z.strictObject({ case: z.uuid(), seq: z.int().positive() }))).optional(),
  cause: cause.optional(),
  procedureVersion: z.int(),
  prevHash: z.string().length(64),
  hash: z.string().length(64),
  withheld: z.literal(true).optional(),
});

const told = z.strictObject({ kind: z.enum(['待办', '待阅']), to: z.string(), name: z.string(), title: z.string() });

/** A deadline a case ever had, with what has rung. */
export const deadlineHistorySchema = z.strictObject({
  deadline: z.strictObject({
    ...deadlineFields,
    occurrence: z.int().positive(),
    /** The day it was done or fell away. Null while it runs. */
    closedOn: day.nullable(),
    /** It is late, or was when it was done. */
    late: z.boolean(),
    owedBy: z.array(z.strictObject({ principal: z.string(), name: z.string() })),
    /** The same days under the names of earlier answers. */
    opened_on: day,
    due_on: day.nullable(),
  }),
  reminders: z.array(
    z.strictObject({
      rung: z.string(),
      kind: z.enum(['remind', 'due', 'escalate', 'track', 'event']),
      label: z.string(),
      plannedAt: instant,
      firedAt: instant,
      told: z.array(told),
    }),
  ),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.strictObject({ pointer: z.string(), message: z.string() })).optional(),
  refusals: z.array(refusalSchema).optional(),
  seq: z.int().optional(),
});
