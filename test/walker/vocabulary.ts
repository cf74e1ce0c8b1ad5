import { Routes, type Published } from '#machines/kit/testing/route.js';
import type { Schema } from '#machines/kit/testing/sample.js';
import type { CaseBody, Door } from './door.js';

export interface Account {
  username: string;
  unit: { id: string; name: string; kind: string } | null;
  roles: readonly string[];
}

type Party = {
  id: string;
  kind: 'applicant' | 'superior' | 'units' | 'time' | 'role' | 'outside';
  role?: string;
  recordedBy?: string;
};

export interface ProcedurePage extends Published {
  id: string;
  events: readonly { type: string; payloadSchema: Schema }[];
  acts: readonly { type: string; payloadSchema: Schema }[];
  systemEvents: readonly { type: string }[];
  documents: readonly { kind: string; label: string }[];
  creation: { payloadSchema: Schema };
  parties: readonly Party[];
}

/** The accounts that the contract promises. */
const ACCOUNTS = [
  'data-bureau',
  'cyberspace',
  'development-reform',
  'finance',
  'archives',
  'secrecy',
  'cryptography',
  'public-security',
  'county-office',
  'education',
  'health',
  'development-zone',
  'county-hospital',
  'no1-school',
  'rongcheng-town',
  'audit',
  'procurement-supervision',
  'supervisor',
  'admin',
];
/** A second person in some offices. Not every directory has them. */
const DEPUTIES = ['data-bureau-deputy', 'finance-deputy', 'health-deputy'];

/** One procedure as it is published. The walker knows nothing else of it. */
export class Vocabulary {
  readonly routes: Routes;
  /** The states in which a case waits or ends. */
  readonly goals: readonly string[];
  private readonly published: ReadonlySet<string>;
  private readonly forms: ReadonlyMap<string, Schema>;
  private readonly finals: ReadonlySet<string>;

  constructor(readonly page: ProcedurePage) {
    this.routes = new Routes(page);
    this.goals = page.states.filter((s) => s.kind === 'resting' || s.kind === 'final').map((s) => s.path);
    this.published = new Set(page.states.filter((s) => s.kind !== 'group').map((s) => s.path));
    this.finals = new Set(page.states.filter((s) => s.kind === 'final').map((s) => s.path));
    this.forms = new Map([...page.events, ...page.acts].map((e) => [e.type, e.payloadSchema]));
  }

  form = (type: string): Schema => this.forms.get(type) ?? {};
  knows = (type: string): boolean => this.forms.has(type);
  types = (): string[] => [...this.forms.keys()];
  isPublished = (state: string): boolean => this.published.has(state);
  isFinal = (state: string): boolean => this.finals.has(state);

  /** Returns what a person may be able to do to a case in these states. */
  steps(states: readonly string[]): { event: string; by: readonly string[] }[] {
    const here = new Set(
      states
        .flatMap((path) => path.split('.').map((_, i, keys) => keys.slice(0, keys.length - i).join('.')))
        .concat(''),
    );
    return this.page.transitions.filter((t) => !t.barrier && t.event !== '' && here.has(t.from) && this.knows(t.event));
  }

  /** Returns who acts for a party in this case. Of units that only the case names, these are the ones it waits on. */
  holders(partyId: string, of: CaseBody, accounts: readonly Account[]): Account[] {
    const party = this.page.parties.find((p) => p.id === partyId);
    switch (party?.kind) {
      case 'applicant':
        return accounts.filter((a) => a.unit?.id === of.unit.id);
      case 'role':
        return accounts.filter((a) => a.roles.includes(party.role!));
      case 'outside':
        return this.holders(party.recordedBy!, of, accounts);
      case 'superior':
      case 'units': {
        const named = waits(of).map((w) => w.unit?.id);
        return accounts.filter((a) => a.unit !== null && named.includes(a.unit.id));
      }
      default:
        return [];
    }
  }
}

/** Returns everyone a case waits on, the main one first. */
export const waits = (of: CaseBody) => [of.waitingOn, ...of.alsoWaitingOn].filter((w) => w !== null);

export const waitsOn = (of: CaseBody, { unit, roles }: Account): boolean =>
  waits(of).some(
    (w) => w.kind !== 'time' && (w.unit ? w.unit.id === unit?.id : w.role !== null && roles.includes(w.role)),
  );

export async function readVocabulary(
  door: Door,
): Promise<{ procedures: ReadonlyMap<string, Vocabulary>; accounts: Account[]; amounts: number[] }> {
  const get = async (as: string, path: string) => (await door.ask({ as, method: 'GET', path })).body;
  const listed = (await get('supervisor', '/api/v1/procedures')) as { id: string }[];
  const procedures = new Map<string, Vocabulary>();
  for (const { id } of listed)
    procedures.set(id, new Vocabulary((await get('supervisor', `/api/v1/procedures/${id}`)) as ProcedurePage));
  const accounts: Account[] = [];
  for (const username of ACCOUNTS) accounts.push((await get(username, '/api/v1/me')) as Account);
  for (const username of DEPUTIES)
    if (await door.knows(username)) accounts.push((await get(username, '/api/v1/me')) as Account);
  const parameters = (await get('admin', '/api/v1/parameters')) as { unit: string; value: number }[];
  const amounts = parameters
    .filter((p) => p.unit === 'fen')
    .flatMap((p) => [p.value - 1, p.value, p.value, p.value * 2]);
  return { procedures, accounts, amounts };
}
