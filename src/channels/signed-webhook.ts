import { createHmac } from 'node:crypto';
import { NotTaken, type Destination, type Outgoing, type Sender } from './channel.js';
import { httpFault } from './network-fault.js';
import { safePost } from './safe-post.js';

const MOST_BYTES = 32 * 1024;
const GONE: readonly number[] = [404, 410];

/** Returns HMAC-SHA256 in hex over `<timestamp>.<body>`. The receiver computes the same. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

/** Returns the first lines that fit into 32 KB, and the number of the others. */
function bodyOf({ id, kind, subject, items, today, link }: Outgoing): string {
  let bytes = 0;
  const over = items.findIndex((item) => (bytes += Buffer.byteLength(JSON.stringify(item))) > MOST_BYTES);
  const shown = over < 0 ? items : items.slice(0, over);
  return JSON.stringify({ id, kind, subject, on: today, link, items: shown, more: items.length - shown.length });
}

/** Sends plain JSON to another program. Any 2xx counts as taken. The format: docs/webhooks.md. */
export class SignedWebhook implements Sender {
  constructor(private readonly loopbackAllowed: boolean) {}

  async send(message: Outgoing, { address, secret }: Destination, giveUp?: AbortSignal): Promise<string> {
    const body = bodyOf(message);
    // The receiver judges the age by its own clock, so a simulated one would be refused.
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const headers = {
      'x-bihuan-message-id': message.id,
      'x-bihuan-timestamp': timestamp,
      ...(secret === null ? {} : { 'x-bihuan-signature': `sha256=${signatureOf(secret, timestamp, body)}` }),
    };
    const { status } = await safePost(address, body, headers, this.loopbackAllowed, giveUp);
    if (status < 200 || status > 299) throw new NotTaken(httpFault(status), GONE.includes(status));
    return `HTTP ${status}`;
  }
}
