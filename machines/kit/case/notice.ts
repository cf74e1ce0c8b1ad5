import type { Principal } from '../words/party.js';

/** A message to whoever holds a principal; who that is on the day is the directory's business. */
export interface Notice {
  /** `待办`: it is your turn. `待阅`: for your information. */
  kind: '待办' | '待阅';
  to: Principal;
  title: string;
  text: string;
  /** Sent out at once wherever its reader can be reached; everything else waits for the digest of the day. */
  urgent: boolean;
}
