/** The ways out of the house. The inbox is not one of them: every message is there already. */
export const CHANNELS = ['email', 'wecom', 'dingtalk', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  email: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  webhook: '网络回调',
};

/** Where a message goes. `secret` signs it, if the channel signs. */
export interface Destination {
  channel: Channel;
  address: string;
  secret: string | null;
}

/** One line of a message: what an inbox says, and where its case stands now. */
export interface Item {
  kind: '待办' | '待阅';
  title: string;
  text: string;
  case: { id: string; number: string; title: string; stateLabel: string };
  /** The day by which it is owed, if there is one: `YYYY-MM-DD`. */
  dueOn: string | null;
  link: string | null;
}

export interface Outgoing {
  /** The same at every attempt, so that a receiver can recognise a repeated message. */
  id: string;
  kind: 'digest' | 'urgent' | 'test';
  subject: string;
  items: readonly Item[];
  /** The address of the reader's inbox. */
  link: string | null;
  /** The day of the message, `YYYY-MM-DD`. */
  today: string;
}

const MOST_TOLD = 300;

/** Makes an answer of another server fit to be kept and shown: one line, no control characters, no half characters. */
const told = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MOST_TOLD)
    .replaceAll(/\p{Surrogate}/gu, '');

/** What gave no answer at all: this place, or the server for everything that goes through it. */
export type Silent = 'place' | 'server' | null;

/** The receiver did not take a message. `permanent`: another attempt would change nothing. */
export class NotTaken extends Error {
  constructor(
    message: string,
    readonly permanent = false,
    readonly silent: Silent = null,
  ) {
    super(told(message));
  }
}

export interface Sender {
  /**
   * Returns what the other side said when it took the message. After `giveUp` no answer has been heard.
   * @throws NotTaken
   */
  send(message: Outgoing, to: Destination, giveUp?: AbortSignal): Promise<string>;
}
