import { createHmac } from 'node:crypto';
import { NotTaken, type Destination, type Outgoing, type Sender } from './channel.js';
import { markdownOf } from './content/markdown.js';
import { safePost, type Posted } from './safe-post.js';

/** A robot of a group answers 200 also when it refuses: what counts is `errcode` in the body. */
interface Verdict {
  errcode?: number;
  errmsg?: string;
}

const GONE: readonly number[] = [404, 410];

function taken({ status, body }: Posted, noRobot: readonly number[]): string {
  if (status < 200 || status > 299) throw new NotTaken(`对方应答 HTTP ${status}`, GONE.includes(status));
  let verdict: Verdict;
  try {
    verdict = JSON.parse(body) as Verdict;
  } catch {
    throw new NotTaken('对方的应答不是机器人的应答，请核对地址');
  }
  if (verdict?.errcode === 0) return 'errcode 0';
  throw new NotTaken(`机器人没有接收：errcode ${verdict?.errcode ?? '缺'} ${(verdict?.errmsg ?? '').slice(0, 200)}`.trim(), noRobot.includes(verdict?.errcode ?? 0));
}

/** 企业微信群机器人: at most 4096 bytes of Markdown; the key in the address is all that secures it. */
export class WecomRobot implements Sender {
  private static readonly MOST_BYTES = 4096;
  /** The key is not, or no longer, that of a robot. */
  private static readonly NO_ROBOT = [93000];

  constructor(private readonly loopbackAllowed: boolean) {}

  async send(message: Outgoing, { address }: Destination, giveUp?: AbortSignal): Promise<string> {
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { content: markdownOf(message, WecomRobot.MOST_BYTES) } });
    return taken(await safePost(address, body, {}, this.loopbackAllowed, giveUp), WecomRobot.NO_ROBOT);
  }
}

/** 钉钉群机器人: signed with the robot's secret over a timestamp in milliseconds, where 加签 is switched on. */
export class DingtalkRobot implements Sender {
  private static readonly MOST_BYTES = 15_000;
  /** Token unknown, robot switched off or removed, group dissolved. */
  private static readonly NO_ROBOT = [300001, 300005, 400013, 400101, 400102];

  constructor(private readonly loopbackAllowed: boolean) {}

  async send(message: Outgoing, { address, secret }: Destination, giveUp?: AbortSignal): Promise<string> {
    const url = new URL(address);
    if (secret !== null) {
      // The other side compares it with its own clock: a simulated one would be refused.
      const timestamp = String(Date.now());
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    }
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { title: message.subject, text: markdownOf(message, DingtalkRobot.MOST_BYTES) } });
    return taken(await safePost(url.href, body, {}, this.loopbackAllowed, giveUp), DingtalkRobot.NO_ROBOT);
  }
}
