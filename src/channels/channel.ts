/** The ways out of the house. The inbox is none of them: it is where everything already is. */
export const CHANNELS = ['email', 'wecom', 'dingtalk', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  email: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  webhook: '网络回调',
};

/** Where a message goes. `secret` signs it, where the channel signs. */
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
  /** The day it is owed by, where there is one: `YYYY-MM-DD`. */
  dueOn: string | null;
  link: string | null;
}

export interface Outgoing {
  /** The same at every attempt, so that whoever gets it twice can tell. */
  id: string;
  kind: 'digest' | 'urgent' | 'test';
  subject: string;
  items: readonly Item[];
  /** Where the reader's inbox is. */
  link: string | null;
  /** The day on which it is told, `YYYY-MM-DD`. */
  today: string;
}

const MOST_TOLD = 300;

/** What somebody else's server has said, so that it can be kept and shown: one line, no control characters, no half characters. */
const told = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MOST_TOLD)
    .replaceAll(/\p{Surrogate}/gu, '');

/** Who gave no answer at all: this place, or the server for all that goes through it. */
export type Silent = 'place' | 'server' | null;

/** A message that was not taken. `permanent`: trying again would change nothing. */
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
  /** Returns what the other side said when it took the message. Whoever is told to give up has heard no answer. @throws NotTaken */
  send(message: Outgoing, to: Destination, giveUp?: AbortSignal): Promise<string>;
}
