import type { ProjectContext } from '../context.js';
import { dossierPart, proves } from '../testing/ground.js';
import { CONTRACTOR, DESIGNER } from '../testing/lines.js';
import { designerNamed, designerNotContractor } from './designer.js';

/** Returns a dossier of each kind that names a designer, with this designer. */
const designedAs =
  (key: 'design' | 'servicePlan' | 'feasibility') =>
  (usual: ProjectContext): ProjectContext => ({ ...usual, dossier: key, dossiers: { [key]: dossierPart } });

export const designerExamples = [
  ...proves(
    designerNamed,
    { passes: '填写了咨询设计单位', data: { designer: DESIGNER }, seen: { 咨询设计单位: DESIGNER.name } },
    { fails: '没有填写咨询设计单位', data: {}, says: '咨询设计机构', seen: { 咨询设计单位: null } },
  ),
  ...proves(
    designerNotContractor,
    { passes: '承建单位与设计单位不同', data: { supplier: CONTRACTOR } },
    { fails: '信用代码相同：设计与实施应当分开', data: { supplier: DESIGNER }, says: '设计与实施应当分开', seen: { 设计单位: DESIGNER.name } },
    { fails: '改名而信用代码相同', data: { supplier: { ...DESIGNER, name: '江淮规划设计集团' } }, seen: { 设计单位: DESIGNER.name } },
    { passes: '名称相同、信用代码不同', data: { supplier: { ...DESIGNER, creditCode: CONTRACTOR.creditCode } } },
    { fails: '初步设计的设计单位', context: designedAs('design'), data: { supplier: DESIGNER } },
    { fails: '购买服务方案的设计单位', context: designedAs('servicePlan'), data: { supplier: DESIGNER } },
    { passes: '只编过可研的咨询单位：不在此限', context: designedAs('feasibility'), data: { supplier: DESIGNER } },
  ),
];
