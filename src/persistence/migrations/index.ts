import { Cases0000000000001 } from './0001-cases.js';
import { Calendar0000000000002 } from './0002-calendar.js';
import { Identity0000000000003 } from './0003-identity.js';
import { Documents0000000000004 } from './0004-documents.js';
import { Desks0000000000005 } from './0005-desks.js';
import { FreedKeys0000000000006 } from './0006-freed-keys.js';
import { SignalsInOrder0000000000007 } from './0007-signals-in-order.js';
import { UrgedAndGuests0000000000008 } from './0008-urged-and-guests.js';
import { CalendarEditions0000000000009 } from './0009-calendar-editions.js';
import { Channels0000000000010 } from './0010-channels.js';
import { FastClockAndLooks0000000000011 } from './0011-fast-clock-and-looks.js';
import { Supervision0000000000012 } from './0012-supervision.js';
import { FoundQuickly0000000000013 } from './0013-found-quickly.js';
import { Regulations0000000000014 } from './0014-regulations.js';
import { UnderWay0000000000015 } from './0015-under-way.js';
import { LateStopped0000000000016 } from './0016-late-stopped.js';
import { Probes0000000000017 } from './0017-probes.js';
import { FoundBy0000000000018 } from './0018-found-by.js';
import { BetweenEvents0000000000019 } from './0019-between-events.js';
import { Causes0000000000020 } from './0020-causes.js';
import { DoneLate0000000000021 } from './0021-done-late.js';

/** Every migration, oldest first. Add only at the end: a migration that has run somewhere is never changed. */
export const migrations = [
  Cases0000000000001,
  Calendar0000000000002,
  Identity0000000000003,
  Documents0000000000004,
  Desks0000000000005,
  FreedKeys0000000000006,
  SignalsInOrder0000000000007,
  UrgedAndGuests0000000000008,
  CalendarEditions0000000000009,
  Channels0000000000010,
  FastClockAndLooks0000000000011,
  Supervision0000000000012,
  FoundQuickly0000000000013,
  Regulations0000000000014,
  UnderWay0000000000015,
  LateStopped0000000000016,
  Probes0000000000017,
  FoundBy0000000000018,
  BetweenEvents0000000000019,
  Causes0000000000020,
  DoneLate0000000000021,
];
