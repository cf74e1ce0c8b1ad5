import http from 'node:http';
import https from 'node:https';
import { NotTaken } from './channel.js';
import { inTime } from './in-time.js';
import { networkFault } from './network-fault.js';
import { guardedLookup, refusalOf } from './public-address.js';

const WITHIN_MS = 5_000;
const MOST_BYTES = 64 * 1024;

export interface Posted {
  status: number;
  body: string;
}

/**
 * Posts JSON to an address that somebody else has given. The address must pass `refusalOf`; no redirect is followed;
 * the answer must come within five seconds, and at most 64 KB of it are read. Loopback is allowed only outside
 * production.
 * @throws NotTaken if there was no answer, or none that can be read.
 */
export async function safePost(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  loopbackAllowed: boolean,
  giveUp?: AbortSignal,
): Promise<Posted> {
  const refusal = refusalOf(address, loopbackAllowed);
  if (refusal) throw new NotTaken(refusal, true);
  try {
    return await inTime(WITHIN_MS, giveUp, (end) => post(new URL(address), body, headers, loopbackAllowed, end));
  } catch (error) {
    if (error instanceof NotTaken) throw error;
    // The address itself is never logged: the key of a robot is part of it.
    const { name, code, message } = error as NodeJS.ErrnoException;
    throw new NotTaken(
      name === 'AbortError' ? `${WITHIN_MS / 1_000}秒内没有应答` : networkFault([code], code ?? message),
      false,
      'place',
    );
  }
}

function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  loopbackAllowed: boolean,
  signal: AbortSignal,
): Promise<Posted> {
  return new Promise((done, failed) => {
    const sent = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'bihuan',
      ...headers,
    };
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      { method: 'POST', headers: sent, signal, agent: false, lookup: guardedLookup(loopbackAllowed) },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size > MOST_BYTES) request.destroy(new NotTaken('应答过大，没有读完'));
        });
        response.on('error', failed);
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    request.on('error', failed);
    request.end(body);
  });
}
