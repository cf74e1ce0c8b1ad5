import { byForm } from '#machines/kit/law/cure.js';
import { verdict } from '#machines/kit/law/rule.js';
import { rule } from '#machines/regulations/it-projects/law.js';
import { CLAUSE } from '../clause.js';

export const neededAhead = rule<unknown, { neededOn: string }>({
  id: 'sampleRequest.needed-ahead',
  clause: CLAUSE,
  holds: '需要日期不早于登记当日',
  says: (seen) => `需要日期${String(seen['需要日期'])}早于登记当日`,
  remedy: '请核对后填写当日或者以后的日期',
  curedBy: [byForm('neededOn')],
  about: 'event',
  judge: ({ data, facts }) => verdict(data.neededOn >= facts.today, { 需要日期: data.neededOn }),
});
