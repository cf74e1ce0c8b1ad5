import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ParameterLineRow } from '../entities/parameter-line.entity.js';

export interface ParameterLine {
  key: string;
  value: number;
  from: string;
  source: string;
}

@Injectable()
export class ParameterStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The administrators' lines in the order in which they were written. */
  async lines(): Promise<ParameterLine[]> {
    const rows = await this.dataSource.getRepository(ParameterLineRow).find({ order: { id: 'asc' } });
    return rows.map(({ key, value, fromDay, source }) => ({ key, value: Number(value), from: fromDay, source }));
  }
}
