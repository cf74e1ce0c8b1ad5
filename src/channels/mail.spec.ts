import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { NotTaken, Outgoing } from './channel.js';
import { Mail, type Patience } from './mail.js';

const MESSAGE: Outgoing = { id: 'a', kind: 'test', subject: '测试', items: [], link: null, today: '2026-03-02' };
const PATIENT: Patience = { greetingMs: 60_000, silenceMs: 60_000, allMs: 60_000 };

describe('a silent mail server', () => {
  const sockets: Socket[] = [];
  let server: Server;
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((closed) => {
      server.close(closed);
    });
  });

  /** Answers the greeting and these commands, then nothing. */
  const answering = async (...answers: string[]): Promise<string> => {
    server = createServer((socket) => {
      sockets.push(socket);
      const left = [...answers];
      const say = (): void => {
        const next = left.shift();
        if (next) socket.write(`${next}\r\n`);
      };
      socket.on('error', () => undefined);
      socket.on('data', say);
      say();
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const refused = (url: string, patience: Partial<Patience>, giveUp?: AbortSignal): Promise<NotTaken> =>
    new Mail(url, 'bihuan@example.gov.cn', { ...PATIENT, ...patience })
      .send(MESSAGE, { channel: 'email', address: 'a@example.gov.cn', secret: null }, giveUp)
      .then(
        () => Promise.reject(new Error('taken')),
        (error: NotTaken) => error,
      );
  const HELLO = ['220 hello', '250 hello'];

  it('is silent for all mail if it has not greeted', async () => {
    expect(await refused(await answering(), { greetingMs: 100 })).toMatchObject({ silent: 'server', permanent: false });
  });

  it('is silent for all mail if nobody listens', async () => {
    const url = await answering();
    await new Promise((closed) => {
      server.close(closed);
    });
    expect(await refused(url, {})).toMatchObject({ silent: 'server', permanent: false });
  });

  it.each([
    ['about the recipient', [...HELLO, '250 sender']],
    ['about the message', [...HELLO, '250 sender', '250 recipient', '354 go']],
  ])('is silent for this mailbox if it stops %s', async (_, answers) => {
    expect(await refused(await answering(...answers), { silenceMs: 100 })).toMatchObject({
      silent: 'place',
      permanent: false,
    });
  });

  it('is given up after a time, or when the caller gives up', async () => {
    const url = await answering(...HELLO);
    expect(await refused(url, { allMs: 200 })).toMatchObject({ silent: 'place' });
    expect(await refused(url, {}, AbortSignal.timeout(100))).toMatchObject({ silent: 'place' });
  });
});
