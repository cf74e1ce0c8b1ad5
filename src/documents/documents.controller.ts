import { Controller, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { CONFIG, type AppConfig } from '../config.js';
import { notFound } from '../http/problem.js';
import { CurrentActor } from '../identity/current-actor.js';
import { DocumentsService, type DocumentView } from './documents.service.js';
import { attachment } from './file-name.js';
import { readUpload } from './upload.js';

const uuid = z.uuid();

/** An id of the wrong form is answered like an unknown id. */
function known(id: string): string {
  if (!uuid.safeParse(id).success) throw notFound();
  return id;
}

@ApiTags('材料')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Post()
  @ApiOperation({ summary: '上传一份材料' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['kind', 'file'],
      properties: { kind: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  async upload(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DocumentView> {
    const found = await this.documents.admit(known(id), actor);
    const { kind, file } = await readUpload(request, this.documents, this.config.maxUploadBytes);
    return this.documents.attach(id, found, kind, file, actor);
  }

  @Get()
  @ApiOperation({ summary: '案件的全部材料' })
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DocumentView[]> {
    return this.documents.list(known(id), actor);
  }

  @Get(':documentId')
  @ApiOperation({ summary: '下载一份材料' })
  async download(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { document, content } = await this.documents.open(known(id), known(documentId), actor);
    // An uploaded file must never run as a page of ours.
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(content, {
      type: document.mediaType,
      length: document.size,
      disposition: attachment(document.name),
    });
  }
}
