import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hit {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever was sent
  json: any;
}

export interface Answer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
}

export interface HookServer {
  url: string;
  hits: Hit[];
  /**
   * Sets the next answers for a path, one after the other. After them the default answer is given. `null` answers
   * nothing.
   */
  answer(path: string, ...answers: (Answer | null)[]): void;
  close(): Promise<void>;
}

/** Starts a real HTTP server on loopback that remembers what it was sent. */
export async function hookServer(standing: Answer = { body: '{"errcode":0,"errmsg":"ok"}' }): Promise<HookServer> {
  const hits: Hit[] = [];
  const queued = new Map<string, (Answer | null)[]>();
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const url = new URL(request.url!, 'http://hook');
      hits.push({
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body,
        json: JSON.parse(body),
      });
      const [next = standing] = queued.get(url.pathname)?.splice(0, 1) ?? [];
      if (next) response.writeHead(next.status ?? 200, next.headers).end(next.body ?? '');
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    answer: (path, ...answers) => void queued.set(path, [...(queued.get(path) ?? []), ...answers]),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
