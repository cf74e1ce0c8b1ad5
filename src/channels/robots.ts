import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { NotTaken, type Destination, type Outgoing, type Sender } from './channel.js';
import { markdownOf } from './content/markdown.js';
import { httpFault } from './network-fault.js';
import { safePost, type Posted } from './safe-post.js';

/** The robot of a group also answers 200 when it refuses: only `errcode` in the body counts. */
const verdict = z.object({ errcode: z.number().int(), errmsg: z.string().catch('') });

const GONE: readonly number[] = [404, 410];

function taken({ status, body }: Posted, refused: readonly number[]): string {
  if (status < 200 || status > 299) throw new NotTaken(httpFault(status), GONE.includes(status));
  const read = verdict.safeParse(json(body));
  if (!read.success) throw new NotTaken('对方的应答不是机器人的应答，请核对地址');
  const { errcode, errmsg } = read.data;
  if (errcode === 0) return 'errcode 0';
  throw new NotTaken(`机器人没有接收：errcode ${errcode} ${errmsg}`, refused.includes(errcode));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 企业微信群机器人: at most 4096 bytes of Markdown. The key in the address is its only protection. */
export class WecomRobot implements Sender {
  private static readonly MOST_BYTES = 4096;
  /** The key is not of a robot, or no longer is. */
  private static readonly NO_ROBOT = [93000];

  constructor(private readonly loopbackAllowed: boolean) {}

  async send(message: Outgoing, { address }: Destination, giveUp?: AbortSignal): Promise<string> {
    const body = JSON.stringify({
      msgtype: 'markdown',
      markdown: { content: markdownOf(message, WecomRobot.MOST_BYTES) },
    });
    return taken(await safePost(address, body, {}, this.loopbackAllowed, giveUp), WecomRobot.NO_ROBOT);
  }
}

/** 钉钉群机器人: signed with the robot's secret over a timestamp in milliseconds, if 加签 is switched on. */
export class DingtalkRobot implements Sender {
  private static readonly MOST_BYTES = 15_000;
  /**
   * Signature, keyword or network address refused; token unknown, robot switched off or removed, group dissolved.
   * Somebody must mend it.
   */
  private static readonly REFUSED = [310000, 300001, 300005, 400013, 400101, 400102];

  constructor(private readonly loopbackAllowed: boolean) {}

  async send(message: Outgoing, { address, secret }: Destination, giveUp?: AbortSignal): Promise<string> {
    const url = new URL(address);
    if (secret !== null) {
      // The other side compares it with its own clock, so a simulated one would be refused.
      const timestamp = String(Date.now());
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    }
    const body = JSON.stringify({
      msgtype: 'markdown',
      markdown: { title: message.subject, text: markdownOf(message, DingtalkRobot.MOST_BYTES) },
    });
    return taken(await safePost(url.href, body, {}, this.loopbackAllowed, giveUp), DingtalkRobot.REFUSED);
  }
}
