import { amount, anchor, code, diagram, GENERATED, table, unique } from './markdown.mjs';

/** A stage with more states than this is drawn as an overview and one picture for each of its parts. */
const MOST_IN_A_PICTURE = 16;
const DEADLINE_KINDS = { duty: '责任期限', tracking: '跟踪提醒', timer: '到期自动' };
const TONES = { remind: '提醒', due: '到期', escalate: '督办' };

/** Everything about one procedure: pictures, states, steps with who and why, deadlines, documents. */
export function procedurePage(procedure, law) {
  const page = new Page(procedure, law);
  return [page.head(), page.creation(), ...page.stages(), page.beside(), page.rules(), page.deadlines(), page.ladders(), page.documents(), page.parties()].join('\n');
}

class Page {
  constructor(procedure, law) {
    this.procedure = procedure;
    this.law = law;
    this.description = law.describe(procedure);
    this.stagePaths = law.stagePaths(procedure);
    const people = this.description.transitions.filter((t) => !t.by.includes('system'));
    const count = (id) => people.filter((t) => t.rules.some((r) => r.id === id)).length;
    /** Rules of nearly every step: said once instead of in every line. */
    this.common = unique(people.flatMap((t) => t.rules.map((r) => r.id))).filter((id) => count(id) > people.length / 2);
  }

  head() {
    const { id, version, title, stages } = this.description;
    const picture = stages.length > 0 ? this.law.overview(this.procedure) : this.law.mermaid(this.procedure);
    const chapters = stages.map((s) => `[${s.label}](#${anchor(this.stageHeading(s))})`).join(' → ');
    return [
      GENERATED, `# ${title}\n`,
      `流程 ${code(id)}，第 ${version} 版，案号以 ${code(this.procedure.numberPrefix)} 开头。同样的内容可从 ${code(`GET /api/v1/procedures/${id}`)} 取得。`,
      `${chapters ? `阶段：${chapters}。` : ''}条文的含义见[条文对照表](clauses.md)，数值见[参数表](parameters.md)。\n`,
      ...(this.common.length > 0 ? [`除注明“不限”的以外，每个步骤还须满足 ${this.common.map(code).join('、')}，各表不再重复；注明“不限”的，只须满足所列的规则。\n`] : []),
      '## 总图\n', diagram(picture),
    ].join('\n');
  }

  creation() {
    const { label, clauses } = this.description.creation;
    const { rules } = this.procedure.creation;
    const head = `${label}（${code('POST /api/v1/cases')}），依据 ${this.cites(clauses)}。`;
    if (rules.length === 0) return `## 登记\n\n${head}\n`;
    return ['## 登记\n', `${head}须同时满足：\n`, table(['规则', '条文', '须满足'], rules.map((r) => [code(r.id), this.law.cite(r.clause), r.holds]))].join('\n');
  }

  stages() {
    const chapters = this.description.stages.map((stage) => {
      const path = this.stagePaths.get(stage.id);
      return [`## ${this.stageHeading(stage)}\n`, ...this.pictures(path), this.statesIn(path), this.stepsFrom((t) => isWithin(t.from, path))].join('\n');
    });
    if (chapters.length > 0) return chapters;
    return [['## 环节和步骤\n', this.statesIn(''), this.stepsFrom(() => true)].join('\n')];
  }

  /** What runs beside the stages, and the steps that are possible wherever the case stands. */
  beside() {
    const inStage = (path) => [...this.stagePaths.values()].some((stage) => isWithin(path, stage));
    if (this.stagePaths.size === 0) return '';
    const holdsStage = (path) => [...this.stagePaths.values()].some((stage) => isWithin(stage, path));
    const groups = this.description.states.filter((s) => s.kind === 'group' && !inStage(s.path) && !holdsStage(s.path));
    const tops = groups.filter((g) => !groups.some((other) => other !== g && isWithin(g.path, other.path)));
    const chapters = tops.map((g) => [
      `### ${code(g.path)}\n`, diagram(this.law.mermaid(this.procedure, g.path)), this.statesIn(g.path), this.stepsFrom((t) => isWithin(t.from, g.path)),
    ].join('\n'));
    const anywhere = this.stepsFrom((t) => !inStage(t.from) && !tops.some((g) => isWithin(t.from, g.path)));
    return ['## 主线之外\n', '与各阶段同时进行：\n', ...chapters, '### 任何环节\n', '“拦截”是过早提出时的答复：不能办理，并说明依据哪一条。\n', anywhere].join('\n');
  }

  rules() {
    const all = this.description.transitions.flatMap((t) => t.rules);
    const rows = unique(all.map((r) => r.id)).sort().map((id) => {
      const uses = all.filter((r) => r.id === id);
      return [code(id), this.cites(uses.map((r) => r.clause)), uses[0].holds];
    });
    return ['## 规则\n', '同一条规则可因步骤不同而依据不同的条文。\n', table(['规则', '条文', '须满足'], rows)].join('\n');
  }

  deadlines() {
    const rows = this.description.deadlines.map((d) => {
      const parameter = this.law.parameters.find((p) => p.key === d.parameter);
      const length = parameter ? amount(parameter, this.law.inWan) : '';
      const { ladder, fires } = this.procedure.deadlines[d.name];
      return [code(d.name), d.label, this.law.cite(d.clause), DEADLINE_KINDS[d.kind], d.whose, d.kind === 'tracking' ? `每${length}` : length, code(d.parameter),
        [ladder && code(ladder), fires && `到期：${this.labelOf(fires)}`].filter(Boolean).join('，')];
    });
    return ['## 期限\n', table(['期限', '含义', '条文', '种类', '由谁', '长短', '参数', '提醒阶梯'], rows)].join('\n');
  }

  ladders() {
    const used = unique(Object.values(this.procedure.deadlines).map((d) => d.ladder).filter(Boolean));
    const rows = used.flatMap((name) => this.procedure.ladders[name].map((rung) => [code(name), code(rung.id), dayOf(rung.when), this.who(rung.to), TONES[rung.tone]]));
    return ['## 提醒阶梯\n', table(['阶梯', '级', '何时', '给谁', '语气'], rows)].join('\n');
  }

  documents() {
    return ['## 材料\n', table(['种类', '名称', '条文'], this.description.documents.map((d) => [code(d.kind), d.label, this.law.cite(d.clause)]))].join('\n');
  }

  parties() {
    const kinds = { applicant: () => '案件所属单位', superior: () => '其主管部门', role: (p) => `岗位 ${code(p.role)}`, units: () => '案件中列明的单位', outside: (p) => `不登录，由${this.who(p.recordedBy)}登记`, time: () => '等待日期' };
    return ['## 各方\n', table(['各方', '名称', '是谁'], Object.entries(this.procedure.parties).map(([id, p]) => [code(id), p.label, kinds[p.kind](p)]))].join('\n');
  }

  stageHeading({ id, label }) {
    return `${label} ${code(id)}`;
  }

  pictures(path) {
    const inside = this.description.states.filter((s) => s.kind !== 'group' && isWithin(s.path, path));
    if (inside.length <= MOST_IN_A_PICTURE) return [diagram(this.law.mermaid(this.procedure, path))];
    const parts = this.description.states.filter((s) => s.kind === 'group' && s.path.startsWith(`${path}.`) && !s.path.slice(path.length + 1).includes('.'));
    return [diagram(this.law.overview(this.procedure, path)), ...parts.flatMap((part) => [`### ${code(lastOf(part.path))}\n`, diagram(this.law.mermaid(this.procedure, part.path))])];
  }

  /** With the deadlines opened by the states around it, which run here as well. */
  statesIn(path) {
    const { states } = this.description;
    const around = (own) => states.filter((s) => isWithin(own, s.path) && isWithin(s.path, path)).flatMap((s) => s.deadlines);
    const rows = states.filter((s) => isWithin(s.path, path) && s.path !== path && (s.kind === 'resting' || s.kind === 'final'))
      .map((s) => [s.label, code(this.short(s.path, path)), s.kind === 'final' ? '办结' : this.who(s.party), s.clause ? this.law.cite(s.clause) : '', unique(around(s.path)).map((d) => this.procedure.deadlines[d].label).join('、')]);
    return rows.length > 0 ? table(['环节', '状态', '等待', '条文', '期限'], rows) : '';
  }

  stepsFrom(chosen) {
    const rows = this.description.transitions.filter((t) => chosen(t) && t.event !== '').map((t) => [
      `${this.labelOf(t.event)}<br>${code(t.event)}${t.barrier ? '（拦截）' : ''}`,
      this.placeOf(t.from),
      t.barrier ? '不能办理' : t.to.length > 0 ? t.to.map((to) => this.nameOf(to)).join('、') + (t.when ? `（${t.when}）` : '') : '留在原处',
      t.by.map((by) => this.who(by)).join('、'), this.cites(t.clauses), this.rulesOf(t),
    ]);
    return table(['步骤', '从', '到', '由谁', '条文', '规则'], rows);
  }

  rulesOf({ by, rules }) {
    const exempt = !by.includes('system') && this.common.some((id) => !rules.some((r) => r.id === id));
    // Who is free of one common rule may still be bound by another: then all that do bind are named.
    return [...(exempt ? ['不限'] : []), ...rules.filter((r) => exempt || !this.common.includes(r.id)).map((r) => code(r.id))].join('<br>');
  }

  short(path, within) {
    return within === '' ? path : path.slice(within.length + 1);
  }

  /** Where a step leads: entering a state is entering what it begins with. */
  nameOf(path) {
    const entered = this.stateAt(this.law.entranceOf(this.procedure)(path));
    return this.stateAt(path)?.label ?? entered?.label ?? (entered?.kind === 'passing' && this.isFork(entered.path) ? '按条件分流' : '此线结束');
  }

  /** Where a step starts: that of a group is open in everything inside it. */
  placeOf(path) {
    const state = this.stateAt(path);
    if (state?.kind !== 'group') return state?.label ?? '';
    if ([...this.stagePaths.values()].some((stage) => stage !== path && isWithin(stage, path))) return '任何环节';
    return state.label ? `${state.label}各环节` : `${this.nameOf(path)}等`;
  }

  stateAt(path) {
    return this.description.states.find((s) => s.path === path);
  }

  isFork(path) {
    return this.description.transitions.some((t) => t.from === path && t.event === '');
  }

  labelOf(event) {
    return this.procedure.events[event]?.label ?? this.procedure.systemEvents[event]?.label ?? event;
  }

  who(party) {
    if (party === 'system') return '系统';
    if (party === 'whose') return '责任方';
    if (party === 'several') return '尚未办理的各方';
    return this.procedure.parties[party]?.label ?? party;
  }

  cites(clauses) {
    return unique(clauses.map((c) => this.law.cite(c))).join('、');
  }
}

const isWithin = (path, around) => around === '' || path === around || path.startsWith(`${around}.`);
const lastOf = (path) => path.split('.').at(-1);

function dayOf(when) {
  if ('workdaysAfter' in when) return `到期后第 ${when.workdaysAfter} 个工作日`;
  if ('monthsAfterStart' in when) return `起算后满 ${when.monthsAfterStart} 个月`;
  return when.daysBefore === 0 ? '到期日' : `到期前 ${when.daysBefore} 日`;
}
