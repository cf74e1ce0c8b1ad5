/** Words that say only that somebody has no reason to give, or that stand in every reason. */
const EMPTY =
  /不适用|不涉及|不需要|不存在|无需|不用|没有|暂无|均无|无|略|同上|见附件|详见|理由|原因|说明|因为|由于|本项目|该项目|项目|本项|该项|此项|notapplicable|none|n\/?a|no|不|其他|的/giu;
/** Fewer different characters than this name nothing. */
const LEAST = 4;

const without = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]/gu, '')
    .replace(EMPTY, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Tells whether a text only says that there is nothing: “无”, “没有”, “不涉及”. */
export const saysNothing = (text: string): boolean => without(text) === '';

/**
 * Tells whether a text gives a reason: after “不适用”, “无” and similar words something is left that is not one
 * character repeated. Whether it is a good reason is judged by whoever decides.
 */
export function isReason(text: string | undefined): text is string {
  return new Set(without(text ?? '')).size >= LEAST;
}
