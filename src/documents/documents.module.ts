import { Module } from '@nestjs/common';
import { CONFIG, type AppConfig } from '../config.js';
import { Readiness } from '../health/readiness.js';
import { Kept } from '../persistence/kept.js';
import { DocumentRows } from '../persistence/stores/document-rows.js';
import { DOCUMENT_STORE } from './document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { FolderStore } from './folder-store.js';

/** Writing to a disk takes a while, and nobody needs to know more often. */
const PROBED_EVERY_MS = 2_000;

/** The module of the cases provides CASE_ACCESS. */
@Module({
  controllers: [DocumentsController],
  providers: [
    DocumentRows,
    DocumentsService,
    {
      provide: DOCUMENT_STORE,
      inject: [CONFIG, Readiness],
      useFactory: async (config: AppConfig, readiness: Readiness) => {
        const store = new FolderStore(config.documentsDir);
        await store.prepare();
        // A worker touches no document.
        if (config.role !== 'worker') {
          const probed = new Kept<'now', void>(() => store.probe(), PROBED_EVERY_MS);
          readiness.add('documents', () => probed.get('now'));
        }
        return store;
      },
    },
  ],
  exports: [DocumentsService],
})
export class DocumentsModule {}
