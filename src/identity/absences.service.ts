import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import { addDays, dayOf, daysBetween, type IsoDate } from '#machines/kit/words/dates.js';
import type { Directory } from '#machines/kit/words/directory.js';
import { ParametersService } from '../calendar/parameters.service.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { conflict, invalidPayload, notFound, notYourStep } from '../http/problem.js';
import { AbsenceStore, type Absence } from '../persistence/stores/absence.store.js';
import { isAdmin } from './current-actor.js';
import { DirectoryService } from './directory.service.js';

export interface AbsenceRequest {
  /** Whose absence it is. By default one's own. */
  person?: string | undefined;
  substitute: string;
  from: IsoDate;
  to: IsoDate;
  reason: string;
}

interface Named {
  id: string;
  name: string;
}

export interface AbsenceView {
  id: string;
  person: Named;
  substitute: Named;
  from: IsoDate;
  to: IsoDate;
  reason: string;
  createdAt: string;
  endedAt: string | null;
  /** True if it is in force today. */
  current: boolean;
  /** A remark for its author. */
  note: string | null;
}

const NO_CHAIN = '代理人当日也外出的，不再转由其代理人办理，请另行安排。';

/** Keeps who is away when, and who stands in for them. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly store: AbsenceStore,
    private readonly directory: DirectoryService,
    private readonly parameters: ParametersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Lists the absences in which the person is the absent one or the substitute. For an administrator it lists
   * everybody's.
   */
  async list(actor: Actor, limit: number, before: string | null): Promise<AbsenceView[]> {
    const found = await this.store.of(isAdmin(actor) ? null : actor.userId, limit, before);
    const [directory, today] = await Promise.all([this.directory.current(), this.today()]);
    return Promise.all(found.map((absence) => this.view(absence, directory, today)));
  }

  /** @throws Problem 400 for days or people that make no sense, 403 for somebody else's absence, 409 when it overlaps another. */
  async add(
    actor: Actor,
    { person = actor.userId, substitute, from, to, reason }: AbsenceRequest,
  ): Promise<AbsenceView> {
    if (person !== actor.userId && !isAdmin(actor)) throw notYourStep('只能登记本人外出；他人的由管理员登记。');
    const [directory, { house }, now] = await Promise.all([
      this.directory.current(),
      this.parameters.current(),
      this.clock.now(),
    ]);
    const today = dayOf(now);
    const longest = house.number('absence.longest', today);
    const errors = [
      ...(directory.people.has(person) ? [] : [{ pointer: '/person', message: '没有这个在用的账号。' }]),
      ...substituteErrors(directory, person, substitute),
      ...(to < from
        ? [{ pointer: '/to', message: '结束日期早于开始日期。' }]
        : to < today
          ? [{ pointer: '/to', message: '结束日期已经过去。' }]
          : []),
      ...(daysBetween(from, to) >= longest ? [tooLong(from, longest)] : []),
    ];
    if (errors.length > 0) throw invalidPayload(errors);
    const added = await this.store.add({ userId: person, substituteId: substitute, from, to, reason, createdAt: now });
    if (!added) throw conflict('这几天已经登记了外出，请先结束原来的登记。');
    this.directory.changed();
    return this.view(added, directory, today);
  }

  /** @throws Problem 404 for an absence that is not theirs, 409 when it has ended. */
  async end(actor: Actor, id: string): Promise<AbsenceView> {
    const found = await this.store.one(id);
    if (!found || (found.userId !== actor.userId && !isAdmin(actor)))
      throw notFound('没有这条外出登记，或者它不是您的。');
    const now = await this.clock.now();
    if (!(await this.store.end(id, now))) throw conflict('这条外出登记已经结束。');
    this.directory.changed();
    return this.view({ ...found, endedAt: now }, await this.directory.current(), dayOf(now));
  }

  private async view(
    { id, userId, substituteId, from, to, reason, createdAt, endedAt }: Absence,
    directory: Directory,
    today: IsoDate,
  ): Promise<AbsenceView> {
    const named = (who: string): Named => ({ id: who, name: directory.people.get(who)?.name ?? who });
    const open = endedAt === null && to >= today;
    const theirs = open ? await this.store.of(substituteId, MANY, null) : [];
    const away = theirs.some((a) => a.userId === substituteId && a.endedAt === null && a.from <= to && a.to >= from);
    return {
      id,
      person: named(userId),
      substitute: named(substituteId),
      from,
      to,
      reason,
      createdAt,
      endedAt,
      current: open && from <= today,
      note: away ? NO_CHAIN : null,
    };
  }

  private async today(): Promise<IsoDate> {
    return dayOf(await this.clock.now());
  }
}

const tooLong = (from: IsoDate, days: number) => ({
  pointer: '/to',
  message: `一次外出最长登记${days}天，这一次最晚到${addDays(from, days - 1)}；更久的请到期前再登记。`,
});

/** The most absences of one person that can still matter. */
const MANY = 100;

function substituteErrors({ people }: Directory, person: string, substitute: string) {
  const pointer = '/substitute';
  const found = people.get(substitute);
  if (!found) return [{ pointer, message: '没有这个在用的账号，不能代理。' }];
  if (substitute === person) return [{ pointer, message: '不能由本人代理。' }];
  // An account without an office runs the system. It decides nothing in a case, in nobody's place either.
  return found.unitId === null ? [{ pointer, message: '系统管理账号不能代理办理案件。' }] : [];
}
