import { rule as derived, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { rule } from '../law.js';

/** Rules that must hold before a unit may ask the bureau for anything. */

/** A township builds nothing of its own. It registers what it needs (procedure `need`), and the county takes it up. */
export const notTownship = rule<unknown, unknown>({
  id: 'creation.not-township',
  clause: '2.1.2d',
  holds: '申报单位不是乡镇',
  says: (seen) => `${String(seen['申报单位'])}是乡镇，不单独建设政务信息化项目`,
  remedy: '请办理需求登记，由县直主管部门或者数据资源管理部门纳入统筹；涉密需求不在本系统登记，请线下报县直主管部门',
  about: 'event',
  judge: ({ facts }) => verdict(facts.unit.kind !== 'township', { 申报单位: facts.unit.name }),
});

export const notClassified = rule<unknown, { classified: boolean }>({
  id: 'creation.not-classified',
  clause: '2.2.6c',
  holds: '申报内容不涉密',
  says: '涉密的内容不得录入本系统',
  remedy: '请按国家保密规定线下办理；需要留索引的，登记涉密项目索引',
  about: 'event',
  judge: ({ data }) => verdict(!data.classified),
});

/**
 * Returns the same rule for a declaration as it would be after a change: a change must not lead to what could not have
 * been begun.
 */
export const afterChange = <Declaration extends object>({
  looks: _,
  ...r
}: Rule<unknown, Declaration>): Rule<{ declaration: Declaration }, { changes?: Partial<Declaration> | undefined }> =>
  derived({
    ...r,
    judge: ({ context, data, facts }) =>
      data.changes === undefined
        ? yes()
        : r.judge({ context, data: { ...context.declaration, ...data.changes }, facts }),
  });
