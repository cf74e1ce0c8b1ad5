import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { MOST_BODY_BYTES, takeOnlyJson } from './json-body.js';
import { refuseMalformed } from './malformed-request.js';
import { sendProblem } from './problem.filter.js';
import { invalidPayload } from './problem.js';

const ODD_ADDRESS = '请求的地址格式不对。';
const ODD_PARAMETERS = '网址中的“%”编码不对：文字要按 UTF-8 编码，“%”本身要写成 %25。';

export function createAdapter(bodyLimit = MOST_BODY_BYTES): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // A browser keeps its connection open, and waiting for it would hold up every stop.
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseMalformed,
    // The router refuses a malformed address before any filter of Nest exists.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, invalidPayload([{ pointer: '', message: ODD_ADDRESS }], ODD_ADDRESS)),
  });
  takeOnlyJson(adapter);
  refuseOddParameters(adapter);
  return adapter;
}

/** The parser of parameters leaves alone what it can't decode. Then another text would be looked for than was meant. */
function refuseOddParameters(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    const said = request.url.slice(request.url.indexOf('?') + 1);
    done(isEncoded(said) ? undefined : invalidPayload([{ pointer: '', message: ODD_PARAMETERS }], ODD_PARAMETERS));
  });
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
