import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ParameterLine } from '#machines/kit/law/parameter-sets.js';
import { ParameterLineRow } from '../entities/parameter-line.entity.js';

@Injectable()
export class ParameterStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the administrators' lines in the order in which they were written. */
  async lines(): Promise<ParameterLine[]> {
    const rows = await this.dataSource.getRepository(ParameterLineRow).find({ order: { id: 'asc' } });
    return rows.map(({ regulation, key, value, fromDay, source }) => ({
      regulation,
      key,
      value: Number(value),
      from: fromDay,
      source,
    }));
  }
}
