/** A field that is wrong. `pointer` is a JSON pointer (RFC 6901) into the body, the empty string for the whole body. */
export interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

/** An answer other than success, in the form of RFC 9457. Anything below a controller may throw it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Problem';
  }
}

const TITLES: Readonly<Record<string, string>> = {
  'invalid-payload': '提交的内容不合要求',
  unauthenticated: '没有登录或登录已失效',
  'not-your-step': '您不能办理这一步',
  'not-found': '没有找到',
  stale: '案件已有新的进展',
  'not-applicable': '当前环节没有这个动作',
  conflict: '与已有的登记冲突',
  'key-reused': '幂等键已用于另一个请求',
  'too-large': '内容太大',
  'unsupported-type': '不接受这种类型的内容',
  'too-many': '请求太频繁',
  refused: '按规定不能办理',
  'beyond-calendar': '日期超出工作日历',
  unavailable: '服务暂时不可用',
  'internal-error': '服务内部出错',
};

export function titleOf(code: string): string {
  return TITLES[code] ?? '请求没有成功';
}

/** More faults than this nobody reads, and a short request must not be answered at length. */
const MOST_ERRORS = 100;

export function invalidPayload(errors: readonly FieldError[], detail?: string): Problem {
  const shown = errors.slice(0, MOST_ERRORS);
  const others = errors.length > shown.length ? `这里列出前 ${shown.length} 处。` : '';
  return new Problem(400, 'invalid-payload', detail ?? `有 ${errors.length} 处内容不合要求。${others}`, {
    errors: shown,
  });
}

export function unauthenticated(detail = '请先登录。'): Problem {
  return new Problem(401, 'unauthenticated', detail, {}, { 'www-authenticate': 'Bearer' });
}

export function notYourStep(detail = '您的单位或岗位不能对这个案件办理这一步。', extra = {}): Problem {
  return new Problem(403, 'not-your-step', detail, extra);
}

/**
 * Returns the answer for what is unknown or not visible to this person. The two must look the same, so the answer does
 * not say which.
 */
export function notFound(detail = '没有这个内容，或者您无权查看。'): Problem {
  return new Problem(404, 'not-found', detail);
}

export function stale(seq: number, detail = '您看到的不是最新进展，请刷新后再办。'): Problem {
  return new Problem(409, 'stale', detail, { seq });
}

export function notApplicable(actions: readonly unknown[], detail: string): Problem {
  return new Problem(409, 'not-applicable', detail, { actions });
}

export function keyReused(detail = '这个 Idempotency-Key 已经用于内容不同的另一个请求，请换一个。'): Problem {
  return new Problem(409, 'key-reused', detail);
}

export function conflict(detail: string): Problem {
  return new Problem(409, 'conflict', detail);
}

export function tooLarge(detail = '提交的内容太大。', extra = {}): Problem {
  return new Problem(413, 'too-large', detail, extra);
}

export function unsupportedType(detail = '不接受这种类型的内容。', extra = {}): Problem {
  return new Problem(415, 'unsupported-type', detail, extra);
}

export function refused(refusals: readonly unknown[], detail?: string): Problem {
  return new Problem(422, 'refused', detail ?? `按规定不能办理，共有 ${refusals.length} 条理由。`, { refusals });
}

/** Returns the answer for a day in a year whose working days nobody knows. */
export function beyondCalendar(year: number): Problem {
  return new Problem(
    422,
    'beyond-calendar',
    `工作日历中没有${year}年，算不出期限。请核对日期；要用到以后年份的，请管理员先导入那一年的日历。`,
  );
}

export function tooMany(retryAfterSeconds: number, detail?: string): Problem {
  return new Problem(
    429,
    'too-many',
    detail ?? `请求太频繁，请在 ${retryAfterSeconds} 秒后再试。`,
    {},
    { 'retry-after': `${retryAfterSeconds}` },
  );
}

export function unavailable(
  detail = '所依赖的服务暂时连接不上，请稍后再试。',
  extra = {},
  retryAfterSeconds = 5,
): Problem {
  return new Problem(503, 'unavailable', detail, extra, { 'retry-after': `${retryAfterSeconds}` });
}
