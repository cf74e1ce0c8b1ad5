import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type AppConfig } from './config.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { PersistenceModule } from './persistence/persistence.module.js';

/** Every module may inject the configuration: `@Inject(CONFIG) config: AppConfig`. */
@Global()
@Module({})
export class AppModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
      imports: [HealthModule, HttpModule, PersistenceModule.register(config)],
    };
  }
}
