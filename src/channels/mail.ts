import { createTransport } from 'nodemailer';
import { NotTaken, type Destination, type Outgoing, type Sender } from './channel.js';
import { htmlOf } from './content/html.js';
import { textOf } from './content/text.js';
import { inTime } from './in-time.js';

/** Each phase of a conversation; the whole of it may take `WITHIN_MS`. */
const PHASE_MS = 5_000;
const WITHIN_MS = 15_000;

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** E-mail over SMTP. That the server has taken a message is all SMTP can tell: a mail that comes back later goes to the sender's box. */
export class Mail implements Sender {
  private readonly domain: string;

  constructor(
    private readonly smtpUrl: string,
    private readonly from: string,
  ) {
    this.domain = /@([^\s<>@]+)>?$/.exec(from)![1]!;
  }

  async send(message: Outgoing, { address }: Destination, giveUp?: AbortSignal): Promise<string> {
    const transport = createTransport({
      url: this.smtpUrl, connectionTimeout: PHASE_MS, greetingTimeout: PHASE_MS, socketTimeout: PHASE_MS, dnsTimeout: PHASE_MS,
    });
    try {
      const { response } = await within(giveUp, transport.sendMail({
        from: this.from, to: { name: '', address }, subject: message.subject, messageId: `<${message.id}@${this.domain}>`, text: textOf(message), html: htmlOf(message),
        // Nobody's holiday answer is wanted.
        headers: { 'Auto-Submitted': 'auto-generated' }, disableFileAccess: true, disableUrlAccess: true,
      }));
      return response;
    } catch (error) {
      throw notTaken(error as SmtpError);
    } finally {
      transport.close();
    }
  }
}

function notTaken(error: SmtpError): NotTaken {
  if (error instanceof NotTaken) return error;
  const { code, command, responseCode, response, message } = error;
  // About this recipient or this message. A refused sign-in or sender is about our own settings, which somebody will mend.
  const permanent = responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return new NotTaken(`邮件服务器没有接收：${(response ?? message).replaceAll(/\s+/g, ' ').slice(0, 300)}`, permanent, responseCode === undefined && code !== 'EENVELOPE');
}

function within<T>(giveUp: AbortSignal | undefined, sending: Promise<T>): Promise<T> {
  // What it comes to after we have given up is written down before.
  sending.catch(() => undefined);
  return inTime(WITHIN_MS, giveUp, (end) => Promise.race([sending, new Promise<never>((_, failed) => {
    const tooLate = (): void => failed(new NotTaken(`邮件服务器${WITHIN_MS / 1_000}秒内没有办完`, false, true));
    if (end.aborted) tooLate();
    else end.addEventListener('abort', tooLate);
  })]));
}
