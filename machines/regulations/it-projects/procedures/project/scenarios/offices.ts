import type { Step, Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/**
 * How offices work on a project together: they confirm, take back, send back, hand over, ask, inform, and make an
 * exception.
 */

const fen = wan(150);

export const together: Story = {
  title: '跨部门项目：参建单位逐一确认，有一家不同意即退回牵头单位',
  clauses: ['2.1.5'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('家校医协同平台', fen, { participants: ['health', 'rongcheng-town'] }),
  steps: [
    { upload: 'declarationForm', by: 'education', send: 'declare', refused: ['participation.joint-scheme'], clause: '2.1.5' },
    { upload: ['jointScheme', 'dataCatalogue'], by: 'education', send: 'declare', state: 'reserve.participation' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, refused: ['participation.confirmed'] },
    { by: 'data-bureau', send: 'confirmParticipation', notYourStep: true },
    { by: 'health', send: 'confirmParticipation', data: { opinion: '同意，提供学生体检数据接口' }, state: 'reserve.participation' },
    { by: 'rongcheng-town', send: 'objectParticipation', data: { reason: '镇级数据归口未明确' }, state: 'reserve.drafting' },
    { by: 'education', send: 'revise', data: { changes: { participants: ['health', 'nowhere'] } }, refused: ['participation.units-known'] },
    { by: 'education', send: 'revise', data: { changes: { content: '镇级数据由县教体局归口' } } },
    { by: 'education', send: 'declare', state: 'reserve.participation' },
    { on: '2025-01-10', by: 'rongcheng-town', send: 'confirmParticipation', state: 'reserve.participation' },
    { by: 'rongcheng-town', send: 'confirmParticipation', refused: ['participation.not-confirmed-yet'] },
    { by: 'health', send: 'confirmParticipation', data: { opinion: '同意修改后的方案' }, state: 'reserve.preReview.reviewing' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, state: 'reserve.pooled' },
  ],
};

export const takenBack: Story = {
  title: '撤回与退回：没人办理前可以撤回；预审可退回主管部门，主管部门办完直接回到预审',
  clauses: ['2.2.5', '2.1.2a', '1.2.3'],
  by: 'county-hospital',
  on: '2025-01-06',
  declare: line.declarationOf('影像云', fen),
  steps: [
    { upload: 'declarationForm', by: 'county-hospital', send: 'declare', state: 'reserve.endorsement.reviewing' },
    { by: 'health', send: 'recall', notYourStep: true },
    { by: 'county-hospital', send: 'recall', data: { reason: '补充材料' }, state: 'reserve.drafting' },
    { by: 'county-hospital', send: 'declare' },
    { by: 'health', send: 'endorse', state: 'reserve.preReview.reviewing' },
    { by: 'county-hospital', send: 'recall', refused: ['office.last-step-ours'], clause: '1.2.3' },
    { by: 'health', send: 'recall', state: 'reserve.endorsement.reviewing' },
    { by: 'health', send: 'returnForCorrection', data: { items: '补充论证' }, state: 'reserve.endorsement.correcting' },
    { by: 'health', send: 'recall', data: { reason: '退错了项目' }, state: 'reserve.endorsement.reviewing' },
    { by: 'health', send: 'transfer', data: { to: 'health-deputy', reason: '出差' } },
    { by: 'health-deputy', send: 'returnForCorrection', data: { items: '补充论证' }, state: 'reserve.endorsement.correcting' },
    { by: 'county-hospital', send: 'copyTo', data: { to: ['unit:finance'] } },
    { by: 'county-hospital', send: 'resubmit', data: { reply: '已补充' }, state: 'reserve.endorsement.reviewing' },
    { by: 'health', send: 'endorse', notYourStep: true },
    { by: 'health-deputy', send: 'reclaim', data: { reason: '已回单位' }, notYourStep: true },
    { by: 'health', send: 'reclaim', data: { reason: '已回单位' } },
    { by: 'health', send: 'endorse' },
    {
      by: 'data-bureau',
      send: 'returnForCorrection',
      data: { items: '主管部门未说明与全民健康平台的关系', to: 'superior' },
      state: 'reserve.endorsement.reviewing',
    },
    { by: 'health', send: 'endorse', data: { opinion: '与全民健康平台共用底座' }, state: 'reserve.preReview.reviewing' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '重新编制', to: 'preparation' }, state: 'reserve.drafting' },
    { by: 'county-hospital', send: 'declare' },
    { by: 'health', send: 'declineEndorsement', data: { reason: '与市级平台重复' }, state: 'rejected' },
  ],
};

export const noSuperior: Story = {
  title: '没有主管部门的单位：不能退回主管部门；预审不通过即结束',
  clauses: ['1.2.3', '2.1.2a'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('校园安防', fen),
  steps: [
    { upload: 'declarationForm', by: 'education', send: 'declare' },
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '请主管部门说明', to: 'superior' }, refused: ['return.step-passed'] },
    { by: 'data-bureau', send: 'rejectPreReview', data: { reason: '与县级平台重复建设' }, state: 'rejected' },
  ],
};

export const handedOver: Story = {
  title: '转办、委派、加签、抄送、催办：办的人变了，责任和意见都在案',
  clauses: ['2.6.2', '1.2.3'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('教师培训平台', fen),
  steps: [
    { upload: 'declarationForm', by: 'education', send: 'declare' },
    { by: 'education', send: 'urge', data: { message: '请尽快预审' } },
    { by: 'education', send: 'urge', data: { message: '请尽快预审' }, refused: ['office.urged-once'], clause: '2.6.1a' },
    { by: 'education', send: 'transfer', data: { to: 'health', reason: '不是我的事项' }, notYourStep: true },
    { by: 'data-bureau', send: 'transfer', data: { to: 'health', reason: '请代办' }, refused: ['office.same-office'], clause: '2.6.2' },
    { by: 'data-bureau', send: 'transfer', data: { to: 'data-bureau-deputy', reason: '出差' } },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, notYourStep: true },
    { by: 'data-bureau-deputy', send: 'addSigners', data: { to: ['unit:health', 'role:cyberspace'], question: '是否涉及健康数据' } },
    { by: 'data-bureau-deputy', send: 'passPreReview', data: { similarity: 'none' }, refused: ['office.signers-answered'] },
    { by: 'health', send: 'giveSignature', data: { agrees: true, opinion: '不涉及' } },
    { by: 'data-bureau-deputy', send: 'removeSigner', data: { signer: '3-1', reason: '不再征求' }, refused: ['office.signer-asked'] },
    { by: 'cyberspace', send: 'giveSignature', data: { agrees: false, opinion: '须做等级保护定级' } },
    { by: 'data-bureau-deputy', send: 'delegate', data: { to: 'finance', reason: '请测算运行费用' } },
    { by: 'data-bureau-deputy', send: 'passPreReview', data: { similarity: 'none' }, refused: ['office.delegation-reported'] },
    { by: 'finance', send: 'reportDelegation', data: { opinion: '每年约8万元' } },
    { by: 'data-bureau-deputy', send: 'copyTo', data: { to: ['unit:development-zone'], note: '园区学校参照' } },
    { by: 'data-bureau-deputy', send: 'passPreReview', data: { similarity: 'none' }, state: 'reserve.pooled' },
    { by: 'data-bureau', send: 'reportToCity', data: { reportedOn: '2025-01-06' }, state: 'cityFiling.reported' },
  ],
};

const appointed =
  (to: string): Step['naming'] =>
  (k) => ({ to, reason: '本局项目', number: '青政办函3号', date: '2025-01-06', document: k.document('governmentDecision') });

export const ownProject: Story = {
  title: '县数据资源管理局自己的项目：本局人员不能预审，凭县政府文件回避、指定其他单位',
  clauses: ['2.6.2'],
  by: 'data-bureau',
  on: '2025-01-06',
  declare: line.declarationOf('一体化数据平台扩容', fen),
  steps: [
    { upload: 'declarationForm', by: 'data-bureau', send: 'declare', state: 'reserve.preReview.reviewing' },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, refused: ['office.not-own-case'], clause: '2.6.2' },
    { by: 'data-bureau-deputy', send: 'passPreReview', data: { similarity: 'none' }, refused: ['office.not-own-case'] },
    { by: 'data-bureau', upload: 'governmentDecision', send: 'recuse', naming: appointed('unit:education-x'), refused: ['office.designee-known'] },
    { by: 'data-bureau', send: 'recuse', naming: appointed('user:data-bureau-deputy'), refused: ['office.designee-elsewhere'] },
    { by: 'data-bureau', send: 'recuse', naming: appointed('unit:development-reform') },
    { by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, notYourStep: true },
    { on: '2025-01-09', by: 'development-reform', send: 'returnForCorrection', data: { items: '补充数据目录' }, state: 'reserve.preReview.correcting' },
    { by: 'data-bureau', send: 'resubmit', data: { reply: '已补充' }, state: 'reserve.preReview.reviewing' },
    { by: 'development-reform', send: 'passPreReview', data: { similarity: 'none' }, state: 'reserve.pooled' },
  ],
};

export const exception: Story = {
  title: '“原则上”的要求可以凭文件批准例外，“不得”“必备”的不可以',
  clauses: ['2.3.2a', '2.6.2', '3.3a'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('进口仪器控制软件', fen),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    ...line.approvedInOneStep('education', '2025-02-10', fen),
    { by: 'finance', send: 'confirmFunds', data: { number: '青财1号', date: '2025-02-10', amountFen: fen } },
    {
      by: 'education',
      send: 'publishTender',
      data: { method: 'openTender', publishedOn: '2025-02-10', quotes: 1, noExclusiveTerms: false, ipClause: true },
      refused: ['procurement.quotes-taken', 'procurement.no-exclusive-terms'],
    },
    {
      by: 'data-bureau',
      upload: 'governmentDecision',
      send: 'grantException',
      naming: (k) => ({
        rule: 'procurement.no-exclusive-terms',
        reason: '仅一家',
        number: '青数函1号',
        date: '2025-02-10',
        document: k.document('governmentDecision'),
      }),
      refused: ['office.exception-possible'],
    },
    {
      by: 'education',
      send: 'grantException',
      naming: (k) => ({
        rule: 'procurement.quotes-taken',
        reason: '仅一家',
        number: '青数函1号',
        date: '2025-02-10',
        document: k.document('governmentDecision'),
      }),
      notYourStep: true,
    },
    {
      by: 'data-bureau',
      send: 'grantException',
      naming: (k) => ({
        rule: 'procurement.quotes-taken',
        reason: '全国仅一家原厂',
        number: '青数函1号',
        date: '2025-02-10',
        document: k.document('governmentDecision'),
      }),
    },
    {
      by: 'data-bureau',
      send: 'grantException',
      naming: (k) => ({
        rule: 'procurement.quotes-taken',
        reason: '全国仅一家原厂',
        number: '青数函2号',
        date: '2025-02-10',
        document: k.document('governmentDecision'),
      }),
      refused: ['office.exception-once'],
    },
    {
      by: 'education',
      send: 'publishTender',
      data: { method: 'openTender', publishedOn: '2025-02-10', quotes: 1, noExclusiveTerms: true, ipClause: true },
      state: 'procurement.tendering',
    },
    { by: 'education', send: 'cancelTender', data: { reason: '响应不足三家' }, state: 'procurement.preparing' },
  ],
};

export const lookedAtByOthers: Story = {
  title: '第三方审查不能代替专家评审；批复、验收信息公开；运行中报告安全检测和共享情况；第三方后评价',
  clauses: ['3.3b', '3.3a', '2.6.3a', '2.1.6', '2.2.6b', '2.4.6b'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('教育督导系统', fen),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    {
      on: '2025-02-10',
      upload: ['combinedReport', 'dataCatalogue'],
      by: 'education',
      send: 'submitCombined',
      data: { ...line.design(fen), budgetLines: [{ name: '一年驻场运维', amountFen: fen - 1 }] },
      refused: ['approval.budget-adds-up'],
    },
    { by: 'education', send: 'submitCombined', data: { ...line.design(fen), budgetLines: [{ name: '软件开发', amountFen: fen }] } },
    { by: 'education', send: 'recall', state: 'approval.combined.preparing' },
    { by: 'education', send: 'submitCombined', data: line.design(fen) },
    {
      by: 'data-bureau',
      send: 'commissionThirdParty',
      data: { institution: { name: '安徽工程咨询公司', creditCode: '91340100MA2QRTUW4X' }, on: '2025-02-10' },
      state: 'approval.combined.examination.thirdParty',
    },
    {
      on: '2025-03-03',
      upload: 'thirdPartyReport',
      by: 'data-bureau',
      send: 'recordThirdPartyReport',
      data: { date: '2025-03-03' },
      state: 'approval.combined.examination.reviewing',
    },
    { ...line.approve('2025-03-03', fen), refused: ['experts.reviewed'] },
    ...line.expertsOn('2025-03-03', 3),
    { by: 'data-bureau', send: 'returnForCorrection', data: { items: '重新编制概算', to: 'preparation' }, state: 'approval.combined.preparing' },
    { by: 'education', send: 'submitCombined', data: line.design(fen) },
    {
      by: 'data-bureau',
      send: 'recordSpecialReview',
      data: { date: '2020-01-01', experts: line.panel(2), conclusion: 'passed' },
      refused: ['approval.off-platform'],
      clause: '3.4b',
    },
    {
      by: 'county-office',
      send: 'recordIntranetApproval',
      data: { number: '县委办1号', date: '2030-01-01' },
      refused: ['approval.intranet-project'],
      clause: '3.2f',
    },
    ...line.expertsOn('2025-03-03', 3),
    { ...line.approve('2025-03-03', fen), state: 'approvalPublicity.due' },
    { by: 'data-bureau', send: 'publishApproval', data: { publishedOn: '2025-03-02', where: '县政府门户网站' }, refused: ['date.publishedOn-after-approval'] },
    { by: 'data-bureau', send: 'publishApproval', data: { publishedOn: '2025-03-03', where: '县政府门户网站' }, state: 'approvalPublicity.disclosed' },
    ...line.contracted('education', '2025-03-10', fen),
    ...line.built('education', '2025-03-17', '2025-04-14'),
    ...line.tried('education', '2025-04-15'),
    ...line.selfAccepted('education', '2025-07-16'),
    ...line.archived('education', '2025-07-28'),
    { on: '2026-03-02', by: 'education', send: 'reportSecurityTest', data: { on: '2026-03-02', result: '三级等保测评合格' } },
    { by: 'education', send: 'reportSharing', data: { on: '2026-03-02', usage: '按目录共享12类数据' } },
    { on: '2026-07-16', upload: 'selfEvaluationReport', by: 'education', send: 'submitSelfEvaluation', data: { summary: '运行正常' } },
    { by: 'education', send: 'recall', state: 'evaluation.open' },
    { by: 'education', send: 'submitSelfEvaluation', data: { summary: '运行正常，补充效益数据' } },
    { by: 'finance', send: 'acknowledgeSelfEvaluation' },
    {
      by: 'data-bureau',
      send: 'commissionThirdParty',
      data: { institution: { name: '安徽评估公司', creditCode: '91340100MA2QRTUW5X' }, on: '2026-07-16' },
      state: 'evaluation.review.thirdParty',
    },
    { on: '2026-08-17', upload: 'thirdPartyReport', by: 'data-bureau', send: 'recordThirdPartyReport', data: { date: '2026-08-17' } },
    { by: 'data-bureau', send: 'publishAcceptance', data: { publishedOn: '2026-08-17', where: '县政府门户网站' }, state: 'acceptancePublicity.disclosed' },
    { by: 'data-bureau', send: 'concludeEvaluation', data: { grade: 'good' }, state: 'evaluation.settling' },
    ...line.cityFiled('2026-08-18').slice(0, 1),
    {
      by: 'data-bureau',
      upload: 'cityFilingOpinion',
      send: 'recordCityFiling',
      data: { result: 'filed', number: '市备9号', date: '2026-08-18' },
      state: 'closed',
    },
  ],
};

export const alike: Story = {
  title: '相似项目：合计达到标准即提示，是否拆分由人认定并说明',
  clauses: ['2.1.2b'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('智慧校园一期', wan(300)),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    { by: 'no1-school', at: 'second', begin: 'project', data: line.declarationOf('智慧校园二期', wan(280)) },
    { upload: 'declarationForm', at: 'second', by: 'no1-school', send: 'declare' },
    { at: 'second', by: 'education', send: 'endorse' },
    { at: 'second', by: 'data-bureau', send: 'passPreReview', data: { similarity: 'split' }, refused: ['reserve.not-split'], clause: '2.1.2b' },
    { at: 'second', by: 'data-bureau', send: 'passPreReview', data: { similarity: 'none' }, refused: ['reserve.similarity-decided'], clause: '2.1.2b' },
    { at: 'second', by: 'data-bureau', send: 'passPreReview', data: { similarity: 'distinct' }, refused: ['reserve.distinction-explained'] },
    {
      at: 'second',
      by: 'data-bureau',
      send: 'passPreReview',
      data: { similarity: 'distinct', similarityReason: '二期为另一校区，业务和用户不同' },
      state: 'reserve.pooled',
    },
  ],
};

export const stories: readonly Story[] = [together, takenBack, noSuperior, handedOver, ownProject, exception, lookedAtByOthers, alike];
