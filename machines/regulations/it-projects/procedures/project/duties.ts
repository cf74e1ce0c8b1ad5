import type { parties as offices } from '../../parties.js';
import { approvedBudget, type ProjectContext } from './context.js';

/** A duty beside the main road: the region of the machine that handles it, and the party it waits on. */
export interface Duty {
  region:
    | 'cityFiling'
    | 'contractFiling'
    | 'contractNotice'
    | 'contractReport'
    | 'platformFiling'
    | 'approvalPublicity'
    | 'acceptancePublicity';
  label: string;
  party: keyof typeof offices;
}

/**
 * 未办结事项: none of them holds up the road, but the project does not close while one is open (一(二)3). Otherwise its
 * deadline would end with the case, and nobody would owe it any more.
 */
export function openDuties(context: ProjectContext): Duty[] {
  const { preReviewed, cityReportedOn, cityFiledOn, contract, declaration, platformFiledOn, published, acceptance } =
    context;
  const approved = approvedBudget(context) !== undefined;
  return [
    ...(preReviewed !== null && cityFiledOn === null
      ? [
          {
            region: 'cityFiling',
            label: '入库项目市局备案',
            party: cityReportedOn === null ? 'dataBureau' : 'city',
          } as const,
        ]
      : []),
    ...(contract !== null && contract.filedOn === null
      ? [{ region: 'contractFiling', label: '合同备案', party: 'applicant' } as const]
      : []),
    ...(contract !== null && contract.publishedOn === null
      ? [{ region: 'contractNotice', label: '合同公告', party: 'applicant' } as const]
      : []),
    ...(contract !== null && contract.reportedOn === null
      ? [{ region: 'contractReport', label: '合同报财政备案', party: 'applicant' } as const]
      : []),
    ...(approved && !declaration.onPlatform && platformFiledOn === null
      ? [{ region: 'platformFiling', label: '不依托平台项目市局备案', party: 'dataBureau' } as const]
      : []),
    ...(approved && published.approval === null
      ? [{ region: 'approvalPublicity', label: '批复信息公开', party: 'dataBureau' } as const]
      : []),
    ...(acceptance.passedOn !== null && published.acceptance === null
      ? [{ region: 'acceptancePublicity', label: '验收信息公开', party: 'dataBureau' } as const]
      : []),
  ];
}

export const settled = (context: ProjectContext): boolean => openDuties(context).length === 0;

/** Returns the parties that still owe one of them. */
export const owing = (context: ProjectContext): Duty['party'][] => [
  ...new Set(openDuties(context).map((d) => d.party)),
];
