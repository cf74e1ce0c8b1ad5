import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Readiness } from '../health/readiness.js';
import { Kept } from './kept.js';

/** Whoever asks more often hears what the last writing said. */
const KEPT_MS = 2_000;
const LOCK_NOT_AVAILABLE = '55P03';
/** As much as a page of a table takes, so that the disk must have room for a new one. */
const PAGE_BYTES = 4_000;

/** Tells whether the database takes what is written, not only whether it answers. */
@Injectable()
export class DatabaseReadiness implements OnModuleInit {
  private readonly written = new Kept<'now', void>(() => this.write(), KEPT_MS);

  constructor(
    private readonly readiness: Readiness,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.readiness.add('database', () => Promise.all([this.dataSource.query('select 1'), this.written.get('now')]));
  }

  /**
   * Writes a page of a new file and takes it back. A row among others would find room in an old page, and say nothing of
   * a disk that is full. An emptied table begins a new file; all of it is undone, so nothing grows.
   */
  private async write(): Promise<void> {
    const session = this.dataSource.createQueryRunner();
    try {
      await session.startTransaction();
      try {
        await session.query('lock table probes in access exclusive mode nowait');
        await session.query('truncate probes');
        await session.query('insert into probes (page) values ($1)', ['x'.repeat(PAGE_BYTES)]);
      } catch (error) {
        // Another process is writing, or a backup reads: then the database works.
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      } finally {
        await session.rollbackTransaction();
      }
    } finally {
      await session.release();
    }
  }
}
