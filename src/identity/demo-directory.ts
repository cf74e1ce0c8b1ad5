import { demoUnits, roleOf } from '#machines/demo-county.js';
import type { CaseUnit } from '#machines/kit/words/party.js';

export interface DemoAccount {
  username: string;
  password: string;
  name: string;
  unitId: string | null;
  roles: readonly string[];
  head: boolean;
  phone: string | null;
}

/** The offices with a second person, so that work can pass from one to the other. */
const DEPUTIES = ['data-bureau', 'finance', 'health'];
/** The units with a head, who hears of what the unit leaves undone. */
const HEADED = ['data-bureau', 'education', 'health', 'county-hospital'];

const account = (unit: CaseUnit, suffix: string, title: string, head = false): DemoAccount => {
  const username = `${unit.id}${suffix}`;
  // An extension within the county's own exchange, not a number that anybody could dial.
  const extension = 800 + demoUnits.indexOf(unit);
  return {
    username,
    password: `demo-${username}`,
    name: `${unit.name}${title}`,
    unitId: unit.id,
    roles: [roleOf(unit)],
    head,
    phone: `内线${extension}`,
  };
};

/** The demo accounts: one for each unit, with the same name, the deputies and the heads, and the administrator. */
export const demoAccounts: readonly DemoAccount[] = [
  ...demoUnits.map((u) => account(u, '', '经办人')),
  ...demoUnits.filter((u) => DEPUTIES.includes(u.id)).map((u) => account(u, '-deputy', '第二经办人')),
  ...demoUnits.filter((u) => HEADED.includes(u.id)).map((u) => account(u, '-head', '负责人', true)),
  {
    username: 'admin',
    password: 'demo-admin',
    name: '系统管理员',
    unitId: null,
    roles: ['admin'],
    head: false,
    phone: null,
  },
];
