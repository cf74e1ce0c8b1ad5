import type { EntitySchema } from 'typeorm';
import { CalendarYearRow } from './entities/calendar-year.entity.js';
import { CaseRow } from './entities/case.entity.js';
import { DocumentRow } from './entities/document.entity.js';
import { ParameterLineRow } from './entities/parameter-line.entity.js';
import { SettingRow } from './entities/setting.entity.js';
import { UnitRow } from './entities/unit.entity.js';
import { UserRow } from './entities/user.entity.js';

/** Every table that the program reads through TypeORM. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
export const entities: (Function | EntitySchema)[] = [
  CalendarYearRow,
  ParameterLineRow,
  UnitRow,
  UserRow,
  SettingRow,
  DocumentRow,
  CaseRow,
];
