import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { refuseUnfit, unstorable } from './json-bytes.js';
import { tooLarge, unsupportedType } from './problem.js';

/** The most bytes of a JSON body. */
export const MOST_BODY_BYTES = 1024 * 1024;
/** The most bytes of a body that a stranger sends to sign in: a name and a password take a few hundred. */
export const MOST_LOGIN_BYTES = 4 * 1024;

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;
/** Types that a form or a script sends by itself. Nothing here takes them, but without a body they do no harm. */
const OTHERS = ['application/x-www-form-urlencoded', 'text/plain'];

/** What a route's configuration may say about its body. */
export interface BodyConfig {
  /** The most bytes, if fewer than elsewhere. */
  mostBytes?: number;
}

/**
 * Takes JSON in UTF-8 and nothing else as a body. The bytes are judged before they are parsed: everything that later
 * walks through a body is bounded by that.
 */
export function takeOnlyJson(adapter: FastifyAdapter): void {
  const parse = adapter.getInstance().getDefaultJsonParser('error', 'error');
  adapter.useBodyParser('application/json', false, {}, (request, body, done) => {
    refuseEncodings(request);
    refuseUnfit(body);
    const { mostBytes } = request.routeOptions.config as BodyConfig;
    if (mostBytes !== undefined && body.length > mostBytes)
      throw tooLarge(`提交的内容太大，这里最多 ${Math.floor(mostBytes / 1024)} KB。`);
    // The parser takes a throw of its callback for a fault in the JSON.
    void parse(request, body.toString('utf8'), (error, value: unknown) => done(error ?? unstorable(value), value));
  });
  for (const type of OTHERS)
    adapter.useBodyParser(type, false, {}, (_request, body, done) => {
      if (body.length > 0) throw unsupportedType(`不接受 ${type} 的内容，请用 application/json。`);
      done(null, undefined);
    });
}

function refuseEncodings({ headers }: FastifyRequest): void {
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw unsupportedType('不接受这种字符编码的内容，请改用 UTF-8。');
  const packed = headers['content-encoding'];
  if (packed !== undefined && packed !== 'identity') throw unsupportedType('不接受压缩过的内容，请直接提交。');
}
