import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { AppConfig } from '../config.js';
import { dataSourceOptions } from './data-source.js';
import { DatabaseReadiness } from './database-readiness.js';

/** Provides the one DataSource of the program. The database is migrated before the application is built. */
@Global()
@Module({})
export class PersistenceModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: PersistenceModule,
      // The start has just reached the database. A retry would only delay the message that it is gone.
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(config.databaseUrl), retryAttempts: 0 })],
      providers: [DatabaseReadiness],
      exports: [TypeOrmModule],
    };
  }
}
