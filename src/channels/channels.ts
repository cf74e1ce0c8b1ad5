import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type AppConfig } from '../config.js';
import { CHANNELS, NotTaken, type Channel, type Destination, type Outgoing, type Sender } from './channel.js';
import { Mail } from './mail.js';
import { DingtalkRobot, WecomRobot } from './robots.js';
import { SignedWebhook } from './signed-webhook.js';

/** The ways out that this installation has. */
@Injectable()
export class Channels {
  /** Allows robots and webhooks on this machine, to try them out. Never true in production. */
  readonly loopbackAllowed: boolean;
  private readonly senders: Partial<Record<Channel, Sender>>;

  constructor(@Inject(CONFIG) { nodeEnv, smtpUrl, mailFrom }: AppConfig) {
    this.loopbackAllowed = nodeEnv !== 'production';
    this.senders = {
      ...(smtpUrl && mailFrom ? { email: new Mail(smtpUrl, mailFrom) } : {}),
      wecom: new WecomRobot(this.loopbackAllowed),
      dingtalk: new DingtalkRobot(this.loopbackAllowed),
      webhook: new SignedWebhook(this.loopbackAllowed),
    };
  }

  /** The channels for which messages are planned. */
  get on(): readonly Channel[] {
    return CHANNELS.filter((channel) => this.senders[channel] !== undefined);
  }

  /** Returns what the other side said. @throws NotTaken */
  async send(message: Outgoing, to: Destination, giveUp?: AbortSignal): Promise<string> {
    const sender = this.senders[to.channel];
    if (!sender) throw new NotTaken('没有设置邮件服务器(SMTP_URL)');
    try {
      return await sender.send(message, to, giveUp);
    } catch (error) {
      // An unknown error concerns this message alone. The message is tried again, each time later.
      throw error instanceof NotTaken
        ? error
        : new NotTaken(`程序发送时出错，请联系系统维护人员(${(error as Error).message})`);
    }
  }
}
