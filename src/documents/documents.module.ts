import { Module } from '@nestjs/common';
import { CONFIG, type AppConfig } from '../config.js';
import { DocumentRows } from '../persistence/stores/document-rows.js';
import { DOCUMENT_STORE } from './document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { FolderStore } from './folder-store.js';

/** The module of the cases provides CASE_ACCESS. */
@Module({
  controllers: [DocumentsController],
  providers: [
    DocumentRows,
    DocumentsService,
    {
      provide: DOCUMENT_STORE,
      inject: [CONFIG],
      useFactory: async (config: AppConfig) => {
        const store = new FolderStore(config.documentsDir);
        await store.prepare();
        return store;
      },
    },
  ],
  exports: [DocumentsService],
})
export class DocumentsModule {}
