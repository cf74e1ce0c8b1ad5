import type { Socket } from 'node:net';
import { problemBody } from './problem-body.js';
import { invalidPayload } from './problem.js';

/**
 * Answers a request that is no HTTP (an unencoded address, a broken header) with a problem document. Such a request
 * never reaches a route.
 */
export function refuseMalformed(_error: Error, socket: Socket): void {
  if (socket.destroyed || !socket.writable) return;
  const message = '请求不符合 HTTP 格式：地址中的汉字要先编码。';
  const body = problemBody(invalidPayload([{ pointer: '', message }], message), '/');
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
