import type { RungDay } from '#machines/kit/law/ladder.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import {
  describe,
  entranceOf,
  type ProcedureDescription,
  type StateDescription,
  type TransitionDescription,
} from '#machines/kit/read/describe.js';
import { stagePaths } from '#machines/kit/read/diagram.js';
import { besides, isWithin, picturesOf, type Picture } from '#machines/kit/read/pictures.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { Party } from '#machines/kit/words/party.js';
import { amount, code, diagram, GENERATED, table, unique } from './markdown.js';
import type { Material, Page } from './material.js';

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
  readonly staged: boolean;

  constructor(
    private readonly procedure: Procedure,
    private readonly law: Material,
    private readonly name: string,
  ) {
    this.description = describe(procedure);
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
    const head = `${label}（${code('POST /api/v1/cases')}），依据 ${this.cites(clauses)}。`;
    if (rules.length === 0) return `## 登记\n\n${head}\n`;
    return [
      '## 登记\n',
      `${head}须同时满足：\n`,
      table(
        ['规则', '条文', '须满足'],
        rules.map((r) => [code(r.id), this.cite(r.clause), r.holds]),
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
        return [code(id), this.cites(uses.map((r) => r.clause)), uses[0]!.holds];
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
      this.cites(clauses),
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
        this.cite(d.clause),
        DEADLINE_KINDS[d.kind],
        d.whose,
        d.kind === 'tracking' ? `每${length}` : length,
        code(d.parameter),
        [ladder && code(ladder), fires && `到期：${this.labelOf(fires)}`].filter(Boolean).join('，'),
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
        `${this.who(rung.to)}${rung.heads === 'too' ? '及其负责人' : rung.heads ? '负责人' : ''}`,
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
        this.description.documents.map((d) => [code(d.kind), d.label, this.cite(d.clause)]),
      ),
    ].join('\n');
  }

  parties(): string {
    return [
      '## 各方\n',
      table(
        ['各方', '名称', '是谁'],
        Object.entries(this.procedure.parties).map(([id, p]) => [code(id), p.label, this.identityOf(p)]),
      ),
    ].join('\n');
  }

  private identityOf(party: Party): string {
    switch (party.kind) {
      case 'applicant':
        return '案件所属单位';
      case 'superior':
        return '其主管部门';
      case 'role':
        return `岗位 ${code(party.role)}`;
      case 'units':
        return '案件中列明的单位';
      case 'outside':
        return `不登录，由${this.who(party.recordedBy)}登记`;
      case 'time':
        return '等待日期';
    }
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
        s.kind === 'final' ? '办结' : this.awaited(s),
        s.clause ? this.cite(s.clause) : '',
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
        `${this.labelOf(t.event)}<br>${code(t.event)}${t.barrier ? '（拦截）' : ''}`,
        this.placeOf(t.from),
        t.barrier
          ? '不能办理'
          : t.to.length > 0
            ? t.to.map((to) => this.nameOf(to)).join('、') + (t.when ? `（${t.when}）` : '')
            : '留在原处',
        t.by.map((by) => this.who(by)).join('、'),
        this.cites(t.clauses),
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

  /** Names where a step leads: entering a state means entering its first inner state. */
  private nameOf(path: string): string {
    const entered = this.stateAt(entranceOf(this.procedure)(path));
    return (
      this.stateAt(path)?.label ??
      entered?.label ??
      (entered?.kind === 'passing' && this.isFork(entered.path) ? '按条件分流' : '此线结束')
    );
  }

  /** Names where a step starts: a step of a group is open in every state inside it. */
  private placeOf(path: string): string {
    const state = this.stateAt(path);
    if (state?.kind !== 'group') return state?.label ?? '';
    if ([...this.stagePaths.values()].some((stage) => stage !== path && isWithin(stage, path))) return '任何环节';
    return state.label ? `${state.label}各环节` : `${this.nameOf(path)}等`;
  }

  private stateAt(path: string): StateDescription | undefined {
    return this.description.states.find((s) => s.path === path);
  }

  private isFork(path: string): boolean {
    return this.description.transitions.some((t) => t.from === path && t.event === '');
  }

  private labelOf(event: string): string {
    return this.procedure.events[event]?.label ?? this.procedure.systemEvents[event]?.label ?? event;
  }

  private who(party: string): string {
    if (party === 'system') return '系统';
    if (party === 'whose') return '责任方';
    if (party === 'several') return '尚未办理的各方';
    return this.procedure.parties[party]?.label ?? party;
  }

  /** Names whom a state waits on, and which other case they begin if nothing is done in this one. */
  private awaited({ party, begins }: StateDescription): string {
    const other = begins === null ? undefined : this.law.procedures.find((p) => p.id === begins);
    return this.who(party ?? '') + (other ? `（另行${other.creation.label}）` : '');
  }

  private cite(clause: ClauseId): string {
    return this.law.world.regulation.cite(clause);
  }

  private cites(clauses: readonly ClauseId[]): string {
    return unique(clauses.map((id) => this.cite(id))).join('、');
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
