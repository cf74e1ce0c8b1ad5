import type { Look, Related } from '#machines/kit/case/relation.js';
import type { CaseStatus } from '#machines/kit/case/standing.js';
import { sealed } from '#machines/kit/case/view.js';

const MOST = 500;
const SELECT = `select r.id, r.number, r.procedure, r.procedure_version, r.title, r.status, r.stage, r.states, r.state_label as label, r.snapshot->'context' as context, r.seq,
    u.id as unit_id, u.name as unit_name, u.kind as unit_kind, u.credit_code, u.supervising_unit_id
  from cases r join units u on u.id = r.unit_id`;
const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** Writes one look as a query. The value that somebody names may be an id or a number. */
export function findRelated(caseId: string | null, look: Look): { name: string; text: string; values: unknown[] } {
  if ('linked' in look) {
    return {
      name: 'related-linked',
      values: [caseId, look.linked],
      text: `${SELECT} join case_links l on l.to_case = r.id where l.from_case = $1 and l.kind = $2 order by r.created_at desc, r.id limit ${MOST}`,
    };
  }
  if ('id' in look) {
    return {
      name: 'related-named',
      values: [look.procedure, look.id],
      text: `${SELECT} where r.procedure = $1 and (r.number = $2 or (case when $2 ~ '${UUID}' then r.id = $2::uuid else false end))`,
    };
  }
  if ('key' in look) {
    return {
      name: 'related-key',
      values: [look.procedure, look.key],
      text: `${SELECT} where r.procedure = $1 and r.business_key = $2 and r.status <> 'terminated'`,
    };
  }
  return {
    name: 'related-units',
    values: [look.procedure, look.units, caseId, look.stage ?? null],
    text: `${SELECT} where r.procedure = $1 and r.unit_id = any($2::text[]) and r.id is distinct from $3::uuid and ($4::text is null or r.stage = $4) order by r.created_at desc, r.id limit ${MOST}`,
  };
}

export interface RelatedRow {
  id: string;
  number: string;
  procedure: string;
  procedure_version: number;
  title: string;
  status: CaseStatus;
  stage: string | null;
  states: string[];
  label: string;
  context: unknown;
  seq: number;
  unit_id: string;
  unit_name: string;
  unit_kind: string;
  credit_code: string;
  supervising_unit_id: string | null;
}

export const relatedOf =
  (look: Look) =>
  (row: RelatedRow): Related => ({
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    version: row.procedure_version,
    title: row.title,
    status: row.status,
    stage: row.stage,
    label: row.label,
    inside: sealed({ context: row.context, states: row.states }),
    unit: {
      id: row.unit_id,
      name: row.unit_name,
      kind: row.unit_kind,
      creditCode: row.credit_code,
      supervisingUnitId: row.supervising_unit_id,
    },
    ...('units' in look ? {} : { seq: row.seq }),
  });
