import { Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import type { StuckKind } from '#machines/kit/read/stuck.js';
import { Onlookers } from '../cases/onlooker.js';
import { invalidPayload } from '../http/problem.js';
import { DirectoryService } from '../identity/directory.service.js';
import type { CaseFilter } from '../persistence/stores/case-list.store.js';
import { KIND_LABELS, LIGHT_LABELS } from './labels.js';

export interface Narrowed extends CaseFilter {
  kind?: StuckKind | undefined;
  chased?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The contents of a sheet: for its headline, and in short for the name of its file. */
export interface Scope {
  says: string;
  short: string;
}

/** The most names shown in an answer. More do not help a person who has mistyped one. */
const SHOWN = 30;

/** Checks the filters of a list and puts them into words. */
@Injectable()
export class Scopes {
  private readonly procedures: readonly Named[];
  private readonly stages: readonly Named[];

  constructor(
    private readonly directory: DirectoryService,
    private readonly onlookers: Onlookers,
    procedures: Procedures,
  ) {
    this.procedures = named(procedures.all().map(({ id, title }) => [id, title]));
    this.stages = named(procedures.all().flatMap((p) => p.stages.map(({ id, label }) => [id, label])));
  }

  /** @throws Problem 400 for a unit, stage or procedure that there is not: nothing found would be taken for nothing to do. */
  async check({ unit, chased, stage, procedure }: Narrowed): Promise<void> {
    const units = [...(await this.directory.current()).units.values()].map(({ id, name }) => ({ id, label: name }));
    const asked: [string, string, string | undefined, readonly Named[]][] = [
      ['unit', '单位', unit, units],
      ['chased', '单位', chased, units],
      ['stage', '阶段', stage, this.stages],
      ['procedure', '流程', procedure, this.procedures],
    ];
    const wrong = asked.filter(([, , value, known]) => value !== undefined && !known.some(({ id }) => id === value));
    if (wrong.length > 0)
      throw invalidPayload(
        wrong.map(([name, what, value, known]) => ({
          pointer: `/${name}`,
          message: `没有“${value}”这个${what}；有：${listed(known)}。`,
        })),
      );
  }

  stageLabel(stage: string): string {
    return this.stages.find(({ id }) => id === stage)?.label ?? stage;
  }

  async of(actor: Actor, { unit, chased, stage, procedure, kind, light, q, from, to }: Narrowed): Promise<Scope> {
    const { units } = await this.directory.current();
    const nameOf = (id: string): string => units.get(id)?.name ?? id;
    const labelIn = (known: readonly Named[], id: string): string => known.find((k) => k.id === id)?.label ?? id;
    const parts: [string, string][] = [
      ...(procedure === undefined ? [] : [['流程', labelIn(this.procedures, procedure)] as [string, string]]),
      ...(stage === undefined ? [] : [['阶段', labelIn(this.stages, stage)] as [string, string]]),
      ...(unit === undefined ? [] : [['案件所属单位', nameOf(unit)] as [string, string]]),
      ...(chased === undefined ? [] : [['应办理单位', nameOf(chased)] as [string, string]]),
      ...(kind === undefined ? [] : [['情形', KIND_LABELS[kind]] as [string, string]]),
      ...(light === undefined ? [] : [['灯色', LIGHT_LABELS[light]] as [string, string]]),
      ...(q === undefined ? [] : [['名称或案号含', q] as [string, string]]),
      ...(from === undefined && to === undefined
        ? []
        : [['期间', `${from ?? '最初'}至${to ?? '今日'}`] as [string, string]]),
    ];
    const { reads } = await this.onlookers.of(actor);
    const own =
      reads.length === 0 ? [`仅限${actor.unitId === null ? actor.name : nameOf(actor.unitId)}可见的案件`] : [];
    return {
      says: [...own, ...parts.map(([what, value]) => `${what}：${value}`)].map((part) => `${part}；`).join(''),
      short: [
        ...(own.length > 0 && actor.unitId !== null ? [nameOf(actor.unitId)] : []),
        ...parts.map(([, value]) => value),
      ]
        .map((part) => `-${part.replaceAll(/[\\/:*?"<>|]/g, '_')}`)
        .join(''),
    };
  }
}

interface Named {
  id: string;
  label: string;
}

/** Returns each id once. If two regulations have different labels for it, both are given. */
function named(pairs: readonly (readonly [id: string, label: string])[]): Named[] {
  const labels = new Map<string, Set<string>>();
  for (const [id, label] of pairs) labels.set(id, (labels.get(id) ?? new Set()).add(label));
  return [...labels].map(([id, all]) => ({ id, label: [...all].join('、') }));
}

const listed = (known: readonly Named[]): string =>
  known
    .slice(0, SHOWN)
    .map(({ id, label }) => `${id}(${label})`)
    .join('、') + (known.length > SHOWN ? `等${known.length}个` : '');
