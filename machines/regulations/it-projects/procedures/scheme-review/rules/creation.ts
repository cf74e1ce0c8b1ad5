import { byCase, byForm } from '#machines/kit/law/cure.js';
import { verdict, type Rule } from '#machines/kit/law/rule.js';
import { rule } from '../../../law.js';
import { afterChange, notClassified } from '../../../common/creation.js';
import { FUNDING, PUBLIC_FUNDING } from '../../../funding.js';
import { TRACKS, type Declaration, type Track } from '../declaration.js';

type SchemeRule = Rule<unknown, Declaration>;

const isPublic = (source: string): boolean => PUBLIC_FUNDING.includes(source);

/**
 * The opposite of a project's `creation.publicly-funded`: with public money a scheme that stands by itself is a
 * project.
 */
export const noProjectOfItsOwn: SchemeRule = rule<unknown, Declaration>({
  id: 'scheme.no-project-of-its-own',
  clause: '1.2.1',
  holds: '不是使用财政资金的独立项目',
  says: '独立的信息化项目使用财政资金，不走方案审查',
  remedy: '请核对参照执行的情形和资金来源；确为使用财政资金的独立项目，请办理“政务信息化项目”',
  curedBy: [byForm('track', 'fundingSources'), byCase('project')],
  about: 'event',
  judge: ({ data }) =>
    verdict(data.track === 'embedded' || !data.fundingSources.some(isPublic), { 参照执行的情形: TRACKS[data.track] }),
});

const FITS: Readonly<Record<Track, { says: string; holds: (source: string) => boolean }>> = {
  embedded: { says: '财政资金', holds: isPublic },
  enterprise: { says: FUNDING.enterprise, holds: (source) => source === 'enterprise' },
  ownFunds: { says: FUNDING.ownFunds, holds: (source) => source === 'ownFunds' },
};

export const fundingFits: SchemeRule = rule<unknown, Declaration>({
  id: 'scheme.funding-fits',
  clause: '1.2.4',
  holds: '资金来源与参照执行的情形相符',
  says: (seen) => `${String(seen['参照执行的情形'])}，资金来源应含${String(seen['应含'])}`,
  remedy: '请核对参照执行的情形和资金来源',
  curedBy: [byForm('track', 'fundingSources')],
  about: 'event',
  judge: ({ data }) =>
    verdict(data.fundingSources.some(FITS[data.track].holds), {
      参照执行的情形: TRACKS[data.track],
      应含: FITS[data.track].says,
    }),
});

export const institutionsOnly: SchemeRule = rule<unknown, Declaration>({
  id: 'scheme.own-funds-of-institution',
  clause: '1.2.4',
  holds: '自有资金的通用类项目由事业单位申报',
  says: (seen) => `${String(seen['申报单位'])}不是事业单位，不适用自有资金通用类项目的方案审查`,
  remedy: '请核对参照执行的情形；部门使用的资金属于财政资金的，请办理“政务信息化项目”',
  curedBy: [byForm('track'), byCase('project')],
  about: 'event',
  judge: ({ data, facts }) =>
    verdict(data.track !== 'ownFunds' || facts.unit.kind === 'institution', { 申报单位: facts.unit.name }),
});

export const parentNamed: SchemeRule = rule<unknown, Declaration>({
  id: 'scheme.parent-named',
  clause: '1.2.4',
  holds: '建设项目中的信息化部分写明所属的建设项目',
  says: '没有写明信息化部分所属的建设项目',
  remedy: '请填写所属的建设项目名称，或者关联已登记的项目',
  curedBy: [byForm('parentName', 'projectId')],
  about: 'event',
  judge: ({ data }) =>
    verdict(data.track !== 'embedded' || data.parentName !== undefined || data.projectId !== undefined),
});

/** The tie to a registered project is made once, at the beginning. Later the name alone can be given. */
const parentNamedLater: SchemeRule = {
  ...parentNamed,
  remedy: '请填写所属的建设项目名称',
  curedBy: [byForm('parentName')],
};

const everyTime = [noProjectOfItsOwn, fundingFits, institutionsOnly, notClassified] as const;
export const declared = [...everyTime, parentNamed] as const;
export const changesHold = [...everyTime, parentNamedLater].map((r) => afterChange<Declaration>(r));
