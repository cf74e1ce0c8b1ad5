import type { Procedures } from '#machines/kit/law/procedures.js';
import { ParameterSets } from '#machines/kit/law/parameter-sets.js';
import { dayOf, type IsoDate } from '#machines/kit/words/dates.js';
import { seedYears } from '../calendar/seed-years.js';
import type { AppConfig } from '../config.js';
import { knownTime } from '../persistence/known-time.js';
import { StartError } from '../start-error.js';

/**
 * Checks that the law has numbers for the day on which the program would begin, and the calendar its year. Without them
 * every request would fail, and a clock once begun in the database can't be moved back.
 */
export async function checkClock(config: AppConfig, procedures: Procedures): Promise<void> {
  const known = await knownTime(config.databaseUrl);
  const kept = { system: known.system, simulated: known.simulated, fast: known.fast }[config.clock];
  const day = kept === null ? config.clockStart! : dayOf(kept);
  const whose =
    kept === null
      ? `环境变量 CLOCK_START 的值“${day}”不对`
      : `数据库的${config.clock === 'system' ? '' : '案件'}时钟现在是 ${day}`;
  const cure =
    kept === null
      ? ''
      : config.clock === 'system'
        ? '；请校准数据库服务器的时间'
        : '；这个时钟已经开始，不能改，请换一个数据库或者 DATA_DIR';
  const first = firstDay(procedures);
  if (day < first) throw new StartError(`${whose}：最早的参数从 ${first} 起才有，不能早于这一天${cure}。`);
  const years = new Set([...seedYears().map(({ year }) => year), ...known.years]);
  const year = Number(day.slice(0, 4));
  if (!years.has(year))
    throw new StartError(`${whose}：工作日历只到 ${Math.max(...years)} 年，没有 ${year} 年${cure}。`);
}

/** Returns the first day on which every number of every regulation has a value. */
function firstDay({ regulations }: Procedures): IsoDate {
  const sets = new ParameterSets(regulations);
  return regulations
    .flatMap((regulation) => sets.of(regulation).firstDays())
    .sort()
    .at(-1)!;
}
