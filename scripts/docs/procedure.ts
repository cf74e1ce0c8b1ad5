import type { RungDay } from '#machines/kit/law/ladder.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { describe, type ProcedureDescription, type TransitionDescription } from '#machines/kit/read/describe.js';
import { stagePaths } from '#machines/kit/read/diagram.js';
import { besides, isWithin, picturesOf, type Picture } from '#machines/kit/read/pictures.js';
import { amount, code, diagram, GENERATED, table, unique } from './markdown.js';
import type { Material, Page } from './material.js';
import { Names } from './names.js';

const DEADLINE_KINDS = { duty: '责任期限', tracking: '跟踪提醒', timer: '到期自动', reminder: '到期告知' };
const TONES = { remind: '提醒', due: '到期', escalate: '督办' };

/**
 * Writes everything about one procedure, as `[file, text]`: a page, and one for each of its stages if it has stages.
 * `name` is the name of the pages.
 */
export function procedurePages(procedure: Procedure, law: Material, name: string): Page[] {
  const page = new Pages(procedure, law, name);
  const whole = [
    page.head(),
    page.creation(),
    ...(page.staged ? [page.beside()] : [page.steps()]),
    page.rules(),
    page.acts(),
    page.deadlines(),
    page.ladders(),
    page.documents(),
    page.parties(),
  ];
  return [[`${name}.md`, whole.join('\n')], ...page.stages()];
}

class Pages {
  private readonly description: ProcedureDescription;
  private readonly stagePaths: ReadonlyMap<string, string>;
  private readonly pictures: readonly Picture[];
  /** The rules of nearly every step. They are said once instead of in every line. */
  private readonly common: readonly string[];
  private readonly names: Names;
  readonly staged: boolean;

  constructor(
    private readonly procedure: Procedure,
    private readonly law: Material,
    private readonly name: string,
  ) {
    this.description = describe(procedure);
    this.names = new Names(procedure, law);
    this.stagePaths = stagePaths(procedure);
    this.staged = this.stagePaths.size > 0;
    this.pictures = picturesOf(procedure);
    const people = this.description.transitions.filter((t) => !t.by.includes('system'));
    const count = (id: string): number => people.filter((t) => t.rules.some((r) => r.id === id)).length;
    this.common = unique(people.flatMap((t) => t.rules.map((r) => r.id))).filter((id) => count(id) > people.length / 2);
  }

  head(): string {
    const { id, version, title, stages } = this.description;
    const chapters = stages.map((s) => `[${s.label}](${this.pageOf(s)})`).join(' → ');
    return [
      GENERATED,
      `# ${title}\n`,
      `流程 ${code(id)}，第 ${version} 版，案号以 ${code(this.procedure.numberPrefix)} 开头。同样的内容可从 ${code(`GET /api/v1/procedures/${id}`)} 取得。`,
      `${chapters ? `各阶段：${chapters}。` : ''}条文的含义见[条文对照表](clauses.md)；办理的例子在情景(stories.md)、数值在参数表(parameters.md)，由  npm run docs  写在旁边。\n`,
      this.commonly(),
      '## 总图\n',
      diagram(this.pictures[0]!.mermaid),
    ].join('\n');
  }

  commonly(): string {
    if (this.common.length === 0) return '';
    return `除注明“不限”的以外，每个步骤还须满足 ${this.common.map(code).join('、')}，各表不再重复；注明“不限”的，只须满足所列的规则。\n`;
  }

  creation(): string {
    const { label, clauses } = this.description.creation;
    const { rules } = this.procedure.creation;
    const head = `${label}（${code('POST /api/v1/cases')}），依据 ${this.names.cites(clauses)}。`;
    if (rules.length === 0) return `## 登记\n\n${head}\n`;
    return [
      '## 登记\n',
      `${head}须同时满足：\n`,
      table(
        ['规则', '条文', '须满足'],
        rules.map((r) => [code(r.id), this.names.cite(r.clause), r.holds]),
      ),
    ].join('\n');
  }

  /** Writes a page for each stage, with links to its neighbours. */
  stages(): Page[] {
    const { title, stages } = this.description;
    return stages.map((stage, i): Page => {
      const path = this.stagePaths.get(stage.id);
      const [first, ...parts] = this.pictures.filter((p) => p.stage === stage.id);
      if (path === undefined || !first)
        throw new Error(`stage ${stage.id} of ${this.procedure.id} is nowhere in its machine`);
      const [before, after] = [stages[i - 1], stages[i + 1]];
      const way = [
        before && `← [${before.label}](${this.pageOf(before)})`,
        `[${title}](${this.name}.md)`,
        after && `[${after.label}](${this.pageOf(after)}) →`,
      ]
        .filter(Boolean)
        .join(' · ');
      return [
        this.pageOf(stage),
        [
          GENERATED,
          `# ${title}：${stage.label}\n`,
          `阶段 ${code(stage.id)}。${way}\n`,
          this.commonly(),
          diagram(first.mermaid),
          '## 环节\n',
          this.statesIn(path),
          ...(parts.length > 0
            ? ['## 分图\n', ...parts.map((part) => this.pictured({ ...part, label: part.label.split('：').at(-1)! }))]
            : []),
          '## 步骤\n',
          this.stepsFrom((t) => isWithin(t.from, path)),
        ].join('\n'),
      ];
    });
  }

  private pictured({ label, path, mermaid }: Pick<Picture, 'label' | 'path' | 'mermaid'>): string {
    return `### ${label} ${code(lastOf(path))}\n\n${diagram(mermaid)}`;
  }

  /** Writes the steps of a procedure without stages. */
  steps(): string {
    const parts = this.pictures.slice(1);
    return [
      ...(parts.length > 0 ? ['## 分图\n', ...parts.map((part) => this.pictured(part))] : []),
      '## 环节和步骤\n',
      this.statesIn(''),
      this.stepsFrom(() => true),
    ].join('\n');
  }

  /** Writes the regions beside the stages, and the steps that are possible wherever the case stands. */
  beside(): string {
    const tops = besides(this.procedure);
    const chapters = tops.map((g) =>
      [
        this.pictured(this.pictures.find((p) => p.path === g.path)!),
        this.statesIn(g.path),
        this.stepsFrom((t) => isWithin(t.from, g.path)),
      ].join('\n'),
    );
    const inStage = (path: string): boolean => [...this.stagePaths.values()].some((stage) => isWithin(path, stage));
    const anywhere = this.stepsFrom((t) => !inStage(t.from) && !tops.some((g) => isWithin(t.from, g.path)));
    return [
      '## 主线之外\n',
      ...chapters,
      '### 任何环节\n',
      '“拦截”是过早提出时的答复：不能办理，并说明依据哪一条。\n',
      anywhere,
    ].join('\n');
  }

  rules(): string {
    const all = this.description.transitions.flatMap((t) => t.rules);
    const rows = unique(all.map((r) => r.id))
      .sort()
      .map((id) => {
        const uses = all.filter((r) => r.id === id);
        return [code(id), this.names.cites(uses.map((r) => r.clause)), uses[0]!.holds];
      });
    return ['## 规则\n', '同一条规则可因步骤不同而依据不同的条文。\n', table(['规则', '条文', '须满足'], rows)].join(
      '\n',
    );
  }

  /** Writes what offices do about a step without taking it. */
  acts(): string {
    if (this.description.acts.length === 0) return '';
    const rows = this.description.acts.map(({ type, label, roles, clauses }) => [
      `${label}<br>${code(type)}`,
      roles.join('、'),
      this.names.cites(clauses),
      this.procedure.acts[type]!.rules.map((r) => `${code(r.id)} ${r.holds}`).join('<br>'),
    ]);
    return [
      '## 办理安排\n',
      '转办、委派、加签等不改变案件所处的环节，同样记入办理经过。\n',
      table(['事项', '由谁', '条文', '须满足'], rows),
    ].join('\n');
  }

  deadlines(): string {
    const rows = this.description.deadlines.map((d) => {
      const length = this.lengthOf(d.parameter);
      const definition = this.procedure.deadlines[d.name]!;
      const ladder = 'ladder' in definition ? definition.ladder : undefined;
      const fires = definition.kind === 'timer' ? definition.fires : undefined;
      return [
        code(d.name),
        d.label,
        this.names.cite(d.clause),
        DEADLINE_KINDS[d.kind],
        d.whose,
        d.kind === 'tracking' ? `每${length}` : length,
        code(d.parameter),
        [ladder && code(ladder), fires && `到期：${this.names.labelOf(fires)}`].filter(Boolean).join('，'),
      ];
    });
    return ['## 期限\n', table(['期限', '含义', '条文', '种类', '由谁', '长短', '参数', '提醒阶梯'], rows)].join('\n');
  }

  private lengthOf(key: string): string {
    const parameter = this.law.parameters.find((p) => p.key === key);
    return parameter ? amount(parameter) : '';
  }

  ladders(): string {
    const used = unique(
      Object.values(this.procedure.deadlines)
        .map((d) => ('ladder' in d ? d.ladder : undefined))
        .filter((ladder) => ladder !== undefined),
    );
    const rows = used.flatMap((name) =>
      this.procedure.ladders[name]!.map((rung) => [
        code(name),
        code(rung.id),
        dayOf(rung.when, (key) => this.lengthOf(key)),
        `${this.names.who(rung.to)}${rung.heads === 'too' ? '及其负责人' : rung.heads ? '负责人' : ''}`,
        TONES[rung.tone],
      ]),
    );
    return ['## 提醒阶梯\n', table(['阶梯', '级', '何时', '给谁', '语气'], rows)].join('\n');
  }

  documents(): string {
    return [
      '## 材料\n',
      table(
        ['种类', '名称', '条文'],
        this.description.documents.map((d) => [code(d.kind), d.label, this.names.cite(d.clause)]),
      ),
    ].join('\n');
  }

  parties(): string {
    return [
      '## 各方\n',
      table(
        ['各方', '名称', '是谁'],
        Object.entries(this.procedure.parties).map(([id, p]) => [code(id), p.label, this.names.identityOf(p)]),
      ),
    ].join('\n');
  }

  private pageOf({ id }: { id: string }): string {
    return `${this.name}-${id}.md`;
  }

  /** Includes the deadlines opened by the states around it, because they run here as well. */
  private statesIn(path: string): string {
    const { states } = this.description;
    const around = (own: string): string[] =>
      states.filter((s) => isWithin(own, s.path) && isWithin(s.path, path)).flatMap((s) => s.deadlines);
    const rows = states
      .filter((s) => isWithin(s.path, path) && s.path !== path && (s.kind === 'resting' || s.kind === 'final'))
      .map((s) => [
        s.label,
        code(this.short(s.path, path)),
        s.kind === 'final' ? '办结' : this.names.awaited(s),
        s.clause ? this.names.cite(s.clause) : '',
        unique(around(s.path))
          .map((d) => this.procedure.deadlines[d]!.label)
          .join('、'),
      ]);
    return rows.length > 0 ? table(['环节', '状态', '等待', '条文', '期限'], rows) : '';
  }

  private stepsFrom(chosen: (transition: TransitionDescription) => boolean): string {
    const rows = this.description.transitions
      .filter((t) => chosen(t) && t.event !== '')
      .map((t) => [
        `${this.names.labelOf(t.event)}<br>${code(t.event)}${t.barrier ? '（拦截）' : ''}`,
        this.names.placeOf(t.from),
        t.barrier
          ? '不能办理'
          : t.to.length > 0
            ? t.to.map((to) => this.names.nameOf(to)).join('、') + (t.when ? `（${t.when}）` : '')
            : '留在原处',
        t.by.map((by) => this.names.who(by)).join('、'),
        this.names.cites(t.clauses),
        this.rulesOf(t),
      ]);
    return table(['步骤', '从', '到', '由谁', '条文', '规则'], rows);
  }

  private rulesOf({ by, rules }: TransitionDescription): string {
    const exempt = !by.includes('system') && this.common.some((id) => !rules.some((r) => r.id === id));
    // If a step is free of one common rule but bound by another, all that bind it are named.
    return [
      ...(exempt ? ['不限'] : []),
      ...rules.filter((r) => exempt || !this.common.includes(r.id)).map((r) => code(r.id)),
    ].join('<br>');
  }

  private short(path: string, within: string): string {
    return within === '' ? path : path.slice(within.length + 1);
  }
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function dayOf(when: RungDay, lengthOf: (key: string) => string): string {
  if (when === 'due') return '到期日';
  if ('every' in when) return `此后每 ${lengthOf(when.every)}（${code(when.every)}）`;
  if ('afterStart' in when) return `起算后满 ${lengthOf(when.afterStart)}（${code(when.afterStart)}）`;
  return 'before' in when
    ? `到期前 ${lengthOf(when.before)}（${code(when.before)}）`
    : `到期后 ${lengthOf(when.after)}（${code(when.after)}）`;
}
