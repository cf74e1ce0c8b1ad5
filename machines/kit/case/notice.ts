import type { Principal } from '../words/party.js';

/** A message to everyone who holds a principal. The directory knows who that is on the day. */
export interface Notice {
  /** `待办`: it is the reader's turn. `待阅`: for the reader's information. */
  kind: '待办' | '待阅';
  to: Principal;
  title: string;
  text: string;
  /**
   * An urgent message goes out at once wherever its reader can be reached. Every other one waits for the digest of the
   * day.
   */
  urgent: boolean;
}
