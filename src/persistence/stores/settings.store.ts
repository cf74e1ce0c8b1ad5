import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SettingRow } from '../entities/setting.entity.js';

@Injectable()
export class SettingsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the value all processes share. The first caller decides it. */
  async shared(key: string, propose: () => string): Promise<string> {
    const settings = this.dataSource.getRepository(SettingRow);
    await settings.createQueryBuilder().insert().values({ key, value: propose() }).orIgnore().execute();
    return (await settings.findOneByOrFail({ key })).value;
  }
}
