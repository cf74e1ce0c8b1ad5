import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Mail {
  to: string[];
  messageId: string;
  subject: string;
  text: string;
  html: string;
}

export interface MailServer {
  url: string;
  mails: Mail[];
  /** Sets the answers for each recipient, one after the other. After them mail is taken. */
  refuse(code: number, text: string, times: number): void;
  /** From now on nothing is answered, as if the machine hung; with a recipient only about this one. */
  hang(recipient?: string): void;
  /** Sets how long it waits before it takes a mail. */
  ponder(ms: number): void;
  resume(): void;
  close(): Promise<void>;
}

/** Starts a real SMTP server on loopback that takes everything unless told otherwise. */
export async function mailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const refusals: Error[] = [];
  const held: (() => void)[] = [];
  let hangs: string | boolean = false;
  let pondering = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      if (hangs === true || hangs === address) return void held.push(() => callback(new Error('gone')));
      callback(refusals.shift());
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(read(Buffer.concat(chunks).toString('utf8'), session));
        setTimeout(callback, pondering);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (code, text, times) =>
      refusals.push(...Array.from({ length: times }, () => Object.assign(new Error(text), { responseCode: code }))),
    hang: (recipient) => void (hangs = recipient ?? true),
    ponder: (ms) => void (pondering = ms),
    resume() {
      hangs = false;
      for (const free of held.splice(0)) free();
    },
    close: () =>
      new Promise((closed) => {
        for (const free of held.splice(0)) free();
        server.close(closed);
      }),
  };
}

const words = (text: string): string =>
  text.replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, how: string, what: string) =>
    how.toUpperCase() === 'B' ? Buffer.from(what, 'base64').toString('utf8') : quoted(what.replaceAll('_', ' ')),
  );
const quoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

function read(raw: string, session: SMTPServerSession): Mail {
  const header = (name: string, from = raw): string =>
    new RegExp(`^${name}:\\s*((?:.|\\r\\n[ \\t])*)$`, 'im').exec(from)?.[1]?.replaceAll(/\r\n\s/g, '') ?? '';
  const part = (type: string): string => {
    const [, rest] = raw.split(new RegExp(`^Content-Type: ${type}.*$`, 'im'));
    const [head, ...body] = rest!.split('\r\n\r\n');
    const text = body.join('\r\n\r\n').split(/\r\n--/)[0]!;
    return /base64/i.test(head!)
      ? Buffer.from(text, 'base64').toString('utf8')
      : /quoted-printable/i.test(head!)
        ? quoted(text)
        : text;
  };
  return {
    to: session.envelope.rcptTo.map((r) => r.address),
    messageId: header('Message-ID'),
    subject: words(header('Subject')),
    text: part('text/plain'),
    html: part('text/html'),
  };
}
