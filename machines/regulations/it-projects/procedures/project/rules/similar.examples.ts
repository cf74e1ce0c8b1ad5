import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase, type Told } from '#machines/kit/testing/related.js';
import { wan } from '#machines/kit/words/money.js';
import { units } from '../../../testing/world.js';
import { amount, declared, proves } from '../testing/ground.js';
import { similarDecided, similarSeen } from './similar.js';

const mine = { declaration: { title: '智慧校园一期' }, amounts: [amount('estimate', wan(300), '2025-06-01')] };
const neighbour = (title: string, fen: number, on = '2025-06-01', change: Partial<Told> = {}): Related =>
  relatedCase({
    number: 'XM-2025-0007',
    procedure: 'project',
    title,
    unit: units['education']!,
    context: { declaration: { ...declared, title, goal: '另一目标甲乙丙', content: '另一内容丁戊己' }, amounts: [amount('estimate', fen, on)] },
    ...change,
  });
/** A project with another name and exactly the same content. */
const sameCost = (fen: number) =>
  neighbour('学生画像', fen, '2025-06-01', { context: { declaration: { ...declared, title: '学生画像' }, amounts: [amount('estimate', fen, '2025-06-01')] } });
const sameContent = sameCost(wan(300));
const beside = (...neighbours: Related[]) => ({ related: { neighbours } });

/** A project with another name whose goal, content and route are as given, each otherwise its own. */
const likeMine = (own: Partial<typeof declared>) =>
  neighbour('学生画像', wan(300), '2025-06-01', {
    context: {
      declaration: { ...declared, title: '学生画像', goal: '另一目标甲乙丙', content: '另一内容丁戊己', technicalRoute: '另一路线庚辛壬', ...own },
      amounts: [amount('estimate', wan(300), '2025-06-01')],
    },
  });
const flagged = { context: mine, facts: beside(sameContent) };

export const similarExamples = [
  ...proves(
    similarSeen,
    {
      passes: '没有其他项目',
      context: mine,
      facts: beside(),
      seen: { 相似项目: 0 },
      looks: [{ as: 'neighbours', procedure: 'project', units: ['education', 'no1-school'] }],
    },
    {
      passes: '下属单位：与主管部门及其其他下属单位比较',
      context: mine,
      facts: { ...beside(), unit: { id: 'no1-school', supervisingUnitId: 'education' } },
      looks: [{ as: 'neighbours', procedure: 'project', units: ['education', 'no1-school'] }],
    },
    { fails: '相似度恰为标准', context: mine, facts: { ...beside(sameContent), parameters: { 'similarity.share': 100 } }, says: '学生画像' },
    { passes: '名称和目标都不相似', context: mine, facts: beside(neighbour('医共体影像云', wan(300))), seen: { 相似项目: 0 } },
    {
      passes: '相似，合计仍低于标准',
      context: { ...mine, amounts: [amount('estimate', wan(90), '2025-06-01')] },
      facts: beside(neighbour('智慧校园二期', wan(100))),
      seen: { 相似项目: 1 },
    },
    {
      passes: '相似，但其中一个本来就达到标准',
      context: { ...mine, amounts: [amount('estimate', wan(500), '2025-06-01')] },
      facts: beside(neighbour('智慧校园二期', wan(210))),
      seen: { 相似项目: 1 },
    },
    {
      passes: '相似的项目已经终止',
      context: mine,
      facts: beside(neighbour('智慧校园二期', wan(300), '2025-06-01', { status: 'terminated' })),
      seen: { 相似项目: 0 },
    },
    { passes: '相似的项目是一年以前申报的', context: mine, facts: beside(neighbour('智慧校园二期', wan(300), '2024-05-30')), seen: { 相似项目: 0 } },
    {
      fails: '同年、名称相似、合计恰为500万元：提示',
      context: { ...mine, amounts: [amount('estimate', wan(250), '2025-06-01')] },
      facts: beside(neighbour('智慧校园二期', wan(250))),
      says: ['XM-2025-0007“智慧校园二期”', '500万元'],
      seen: { 相似项目: 'XM-2025-0007“智慧校园二期”', 合计: '500万元', 达到标准: '500万元' },
    },
    {
      fails: '合计恰为200万元：提示',
      context: { ...mine, amounts: [amount('estimate', wan(100), '2025-06-01')] },
      facts: beside(neighbour('智慧校园二期', wan(100))),
      says: '200万元',
    },
    { fails: '相隔恰好一年', context: mine, facts: beside(neighbour('智慧校园二期', wan(300), '2024-05-31')), says: '智慧校园二期' },
    {
      fails: '相似的项目后申报、已办结也算',
      context: mine,
      facts: beside(neighbour('智慧校园二期', wan(300), '2025-09-01', { status: 'closed' })),
      says: '智慧校园二期',
    },
    { fails: '名称不同，目标和内容相同', context: mine, facts: beside(sameContent), says: '学生画像' },
    {
      fails: '三个小项目合计达到两个标准：一并指出',
      context: { ...mine, amounts: [amount('estimate', wan(190), '2025-06-01')] },
      facts: beside(neighbour('智慧校园二期', wan(190)), neighbour('智慧校园三期', wan(190))),
      seen: { 相似项目: 'XM-2025-0007“智慧校园二期”、XM-2025-0007“智慧校园三期”', 合计: '570万元', 达到标准: '200万元、500万元' },
    },
  ),
  ...proves(
    similarDecided,
    {
      passes: '没有发现相似项目：无需理由',
      context: mine,
      data: { similarity: 'none' },
      facts: beside(),
      looks: [{ as: 'neighbours', procedure: 'project', units: ['education', 'no1-school'] }],
    },
    { passes: '只有名称相似：提示即可', context: mine, data: { similarity: 'none' }, facts: beside(neighbour('智慧校园二期', wan(300))) },
    {
      fails: '目标和内容相同，路线不同',
      context: mine,
      data: { similarity: 'none' },
      facts: beside(likeMine({ goal: declared.goal, content: declared.content })),
      says: '建设目标、主要内容、技术路线相似',
    },
    {
      fails: '目标和内容完全相同，路线另写了一大段',
      context: mine,
      data: { similarity: 'none' },
      facts: {
        ...beside(
          likeMine({
            goal: declared.goal,
            content: declared.content,
            technicalRoute: '改用国产数据库、消息队列、容器编排、低代码平台和移动端统一入口分步建设，逐年迁移旧数据，停用旧系统',
          }),
        ),
        parameters: { 'similarity.share': 100 },
      },
    },
    {
      fails: '内容不同，目标和路线相同，相似度恰为标准',
      context: mine,
      data: { similarity: 'none' },
      facts: { ...beside(likeMine({ goal: declared.goal, technicalRoute: declared.technicalRoute })), parameters: { 'similarity.share': 66 } },
    },
    {
      fails: '内容不同，目标和路线相同',
      context: mine,
      data: { similarity: 'none' },
      facts: { ...beside(likeMine({ goal: declared.goal, technicalRoute: declared.technicalRoute })), parameters: { 'similarity.share': 55 } },
    },
    {
      passes: '只有目标相同',
      context: mine,
      data: { similarity: 'none' },
      facts: { ...beside(likeMine({ goal: declared.goal })), parameters: { 'similarity.share': 55 } },
    },
    { fails: '理由写“无”', ...flagged, data: { similarity: 'none', similarityReason: '无' } },
    {
      fails: '三个190万元的项目，名称各异，目标、内容、路线相同',
      context: { ...mine, amounts: [amount('estimate', wan(190), '2025-06-01')] },
      data: { similarity: 'none' },
      facts: beside(...[1, 2].map((i) => ({ ...sameCost(wan(190)), id: String(i) }))),
    },
    { passes: '认定无相似并写明理由', ...flagged, data: { similarity: 'none', similarityReason: '面向教师，业务对象不同' } },
    { fails: '发现相似项目，认定无相似而没有理由', ...flagged, data: { similarity: 'none' }, says: '学生画像', seen: { 相似项目: 'XM-2025-0007“学生画像”' } },
    { passes: '认定有相似但不属拆分：理由由另一条规则要求', ...flagged, data: { similarity: 'distinct' } },
  ),
];
