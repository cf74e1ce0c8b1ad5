import type { PartyId } from './party.js';

/** What a machine may ask of the world: data, a closed list. The engine writes them down; no machine sends anything. */
export type Effect =
  | { do: 'open'; deadline: string }
  | { do: 'close'; deadline: string }
  | { do: 'pause'; deadline: string; why: string }
  | { do: 'resume'; deadline: string; why: string }
  | { do: 'pauseAll'; why: string }
  | { do: 'resumeAll'; why: string }
  /** `待办`: it is your turn. `待阅`: for your information. */
  | { do: 'notify'; kind: '待办' | '待阅'; to: PartyId | 'waitingOn'; text: string }
  /** An event for another case of a given link, sent through the outbox. */
  | { do: 'signal'; link: string; event: string };
