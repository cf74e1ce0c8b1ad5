import { createTransport } from 'nodemailer';
import { NotTaken, type Destination, type Outgoing, type Sender, type Silent } from './channel.js';
import { htmlOf } from './content/html.js';
import { textOf } from './content/text.js';
import { inTime } from './in-time.js';
import { networkFault } from './network-fault.js';

export interface Patience {
  /** The time to connect and be greeted, in milliseconds. */
  greetingMs: number;
  /**
   * The time without a word. A server may think so long about a message (RFC 5321, 4.5.3.2.6). A sender that
   * disconnects earlier sends again what the server may have taken.
   */
  silenceMs: number;
  /** The time for all of it. It is shorter than a claim. */
  allMs: number;
}

const PATIENCE: Patience = { greetingMs: 45_000, silenceMs: 10 * 60_000, allMs: 14 * 60_000 };

const UNREACHED: readonly string[] = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'];

interface SmtpError extends Error {
  code?: string;
  /** The code of the system, if `code` is the library's own. */
  originalCode?: string;
  timeoutType?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/**
 * E-mail over SMTP. SMTP can only tell that the server has taken a message: a mail that comes back later goes to the
 * sender's box.
 */
export class Mail implements Sender {
  private readonly domain: string;

  constructor(
    private readonly smtpUrl: string,
    private readonly from: string,
    private readonly patience = PATIENCE,
  ) {
    this.domain = /@([^\s<>@]+)>?$/.exec(from)![1]!;
  }

  async send(message: Outgoing, { address }: Destination, giveUp?: AbortSignal): Promise<string> {
    const { greetingMs, silenceMs, allMs } = this.patience;
    const transport = createTransport({
      url: this.smtpUrl,
      connectionTimeout: greetingMs,
      greetingTimeout: greetingMs,
      dnsTimeout: greetingMs,
      socketTimeout: silenceMs,
    });
    try {
      const { response } = await within(
        allMs,
        giveUp,
        transport.sendMail({
          from: this.from,
          to: { name: '', address },
          subject: message.subject,
          messageId: `<${message.id}@${this.domain}>`,
          text: textOf(message),
          html: htmlOf(message),
          // Asks for no automatic answers, such as those of people on holiday.
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      );
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
  const { code, originalCode, timeoutType, command, responseCode, response, message } = error;
  // The refusal is of this recipient or this message. A refused sign-in or sender is a fault of our own settings, which
  // somebody will mend.
  const permanent = responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  const said =
    response === undefined
      ? `邮件没有发出：${networkFault([timeoutType && 'ETIMEDOUT', originalCode, code], message)}`
      : `邮件服务器没有接收：${response}`;
  return new NotTaken(said, permanent, silenceOf(error));
}

/**
 * Tells who was silent. A server that can't be reached or does not greet is silent for all mail; later on the cause may
 * be this mail or this mailbox.
 */
function silenceOf({ code, originalCode, timeoutType, responseCode }: SmtpError): Silent {
  if (responseCode !== undefined || code === 'EENVELOPE') return null;
  const early =
    code === 'EDNS' ||
    UNREACHED.includes(originalCode ?? '') ||
    (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT');
  return early ? 'server' : 'place';
}

function within<T>(allMs: number, giveUp: AbortSignal | undefined, sending: Promise<T>): Promise<T> {
  // A failure after we have given up has been recorded already.
  sending.catch(() => undefined);
  return inTime(allMs, giveUp, (end) =>
    Promise.race([
      sending,
      new Promise<never>((_, failed) => {
        const tooLate = (): void => failed(new NotTaken('邮件服务器没有及时办完', false, 'place'));
        if (end.aborted) tooLate();
        else end.addEventListener('abort', tooLate);
      }),
    ]),
  );
}
