import type { Related } from '#machines/kit/case/relation.js';
import type { Example, proofs } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { projectOurs } from './named-project.js';

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

const related = (unit: Partial<CaseUnit>, status: Related['status'] = 'active'): Related =>
  relatedCase({
    number: 'XM-2026-0009',
    procedure: 'project',
    status,
    unit: { id: 'elsewhere', name: '另一单位', kind: 'department', creditCode: '', supervisingUnitId: null, ...unit },
  });

/** Returns the examples of `projectOurs`. */
export const projectOursExamples = <Context>({ provesAt }: Proofs<Context>, on: string, declared: object): Example<Context>[] => {
  const data = { ...declared, projectId: 'XM-2026-0009' };
  const unit = { id: 'county-hospital', supervisingUnitId: 'health' };
  const found = (...project: Related[]) => ({ unit, related: { project } });
  return provesAt(
    on,
    projectOurs,
    { passes: '没有关联项目', data: declared, looks: [] },
    {
      passes: '关联本单位的项目',
      data,
      facts: found(related({ id: 'county-hospital' })),
      looks: [{ as: 'project', procedure: 'project', id: 'XM-2026-0009' }],
      seen: { 项目: 'XM-2026-0009' },
    },
    { passes: '关联主管部门的项目', data, facts: found(related({ id: 'health' })) },
    { passes: '关联下属单位的项目', data, facts: found(related({ supervisingUnitId: 'county-hospital' })) },
    { passes: '关联的项目已经闭环', data, facts: found(related({ id: 'county-hospital' }, 'closed')) },
    { fails: '没有这个项目', data, facts: found(), says: '没有登记', seen: { 项目: 'XM-2026-0009', 情况: '没有登记，或者不属于本单位和本系统' } },
    { fails: '别的单位的项目：不告知是否存在', data, facts: found(related({})), says: '没有登记，或者不属于' },
    {
      fails: '没有主管部门的单位关联另一个没有主管部门的单位的项目',
      data,
      facts: { unit: { ...unit, supervisingUnitId: null }, related: { project: [related({})] } },
    },
    {
      fails: '关联的项目已经终止',
      data,
      facts: found(related({ id: 'county-hospital' }, 'terminated')),
      says: '已经终止',
      seen: { 项目: 'XM-2026-0009', 情况: '已经终止' },
    },
  );
};
