import { quoted } from '#machines/kit/words/quotation.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { byForm, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { principleRules, rulesOf } from '#machines/kit/read/rules-of.js';
import type { DeskClauses } from '../basis.js';
import { actRule } from './act-rule.js';

/** Returns what a rule demands, in words. */
export const statementOf = (procedure: Procedure, id: string): string =>
  rulesOf(procedure).find((r) => r.id === id)?.holds ?? id;

/** The rules of 批准例外, and of every act that is based on a document. */
export function exceptionRules({ responsibility: clause }: Pick<DeskClauses, 'responsibility'>) {
  return {
    documentHere: actRule<{ document?: string; documents?: readonly string[] }>({
      id: 'office.document-here',
      clause,
      holds: '所附的材料已上传到本案件',
      says: (seen) => `本案件没有这份材料：${quoted(seen['材料'])}`,
      remedy: '请先上传材料，再填写材料编号',
      curedBy: [byForm('document', 'documents')],
      about: 'event',
      judge: ({ data, facts }) => {
        const missing = [...(data.documents ?? []), ...(data.document ? [data.document] : [])].filter(
          (id) => !facts.documents.some((d) => d.id === id),
        );
        return missing.length === 0 ? yes() : no({ 材料: missing.join('、') });
      },
    }),

    exceptionDated: actRule<{ date: string }>({
      id: 'office.exception-dated',
      clause,
      holds: '依据文件已经印发',
      says: (seen) => `依据文件日期${String(seen['日期'])}晚于今天${String(seen['今天'])}`,
      remedy: '请核对文件日期；尚未印发的，印发之后再办理',
      curedBy: [byForm('date')],
      about: 'event',
      judge: ({ data, facts }) => verdict(data.date <= facts.today, { 日期: data.date, 今天: facts.today }),
    }),

    /** 不得、必备、未经…不予 allow no exception. Only 原则上 and 一般 do. */
    exceptionPossible: actRule<{ rule: string }>({
      id: 'office.exception-possible',
      clause,
      holds: '规则属于“原则上”一类，可以批准例外',
      says: (seen) => `“${String(seen['要求'])}”不是“原则上”的要求，不能批准例外`,
      remedy: '请核对规则编号，编号见不能办理时的答复；不属于“原则上”的要求，只能按规定办理',
      curedBy: [byForm('rule')],
      about: 'event',
      judge: ({ context, data }) =>
        verdict(principleRules(context.procedure).has(data.rule), {
          规则: data.rule,
          要求: statementOf(context.procedure, data.rule),
        }),
    }),

    exceptionOnce: actRule<{ rule: string }>({
      id: 'office.exception-once',
      clause,
      holds: '这条规则还没有批准过例外',
      says: (seen) => `这条规则已凭${quoted(seen['文号'])}批准例外`,
      remedy: '例外仍然有效，不必再次批准',
      curedBy: [NOTHING_TO_DO],
      about: 'event',
      judge: ({ context, data }) => {
        const granted = context.desk.exceptions.find((e) => e.rule === data.rule);
        return granted ? no({ 文号: granted.number }) : yes();
      },
    }),
  };
}
