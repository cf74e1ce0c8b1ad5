import { byCase, byForm, outside } from '#machines/kit/law/cure.js';
import { rule as derived, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { rule } from '../law.js';

/** Rules that must hold before a unit may ask the bureau for anything. */

/** A township builds nothing of its own. It registers what it needs (procedure `need`), and the county takes it up. */
export const notTownship = rule<unknown, unknown>({
  id: 'creation.not-township',
  clause: '2.1.2d',
  holds: '申报单位不是乡镇',
  says: (seen) => `${String(seen['申报单位'])}是乡镇，不单独建设政务信息化项目`,
  remedy:
    '请办理“乡镇需求登记”，由县直主管部门或者数据资源管理部门纳入统筹；涉密需求不在本系统登记，请线下报县直主管部门',
  curedBy: [byCase('need'), outside('县直主管部门')],
  about: 'event',
  judge: ({ facts }) => verdict(facts.unit.kind !== 'township', { 申报单位: facts.unit.name }),
});

/** The same for what is classified anyway. */
export const notTownshipClassified: typeof notTownship = {
  ...notTownship,
  remedy: '涉密需求不在本系统登记，请线下报县直主管部门',
  curedBy: [outside('县直主管部门')],
};

export const notClassified = rule<unknown, { classified: boolean }>({
  id: 'creation.not-classified',
  clause: '2.2.6c',
  holds: '申报内容不涉密',
  says: '涉密的内容不得录入本系统',
  remedy: '请按国家保密规定线下办理；需要留索引的，办理“涉密项目索引”',
  curedBy: [byForm('classified'), byCase('classified-index')],
  about: 'event',
  judge: ({ data }) => verdict(!data.classified),
});

/** The same for a township, which has no index of its own either. */
export const needNotClassified: typeof notClassified = {
  ...notClassified,
  remedy: '请按国家保密规定线下报县直主管部门',
  curedBy: [byForm('classified'), outside('县直主管部门')],
};

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
