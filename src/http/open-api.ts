import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import type { Procedures } from '#machines/kit/law/procedures.js';
import { schemaOf } from '#machines/kit/read/describe.js';
import { caseSchema, deadlineHistorySchema, historyRowSchema, problemSchema } from '../cases/case.schema.js';
import { MOST_BODY_BYTES, MOST_LOGIN_BYTES } from './json-body.js';
import { MOST_DEPTH, MOST_PARTS } from './json-bytes.js';

export type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const ABOUT = [
  '县级政务信息化项目全流程的接口。错误一律为 application/problem+json，code 不变。',
  `请求内容是 UTF-8 编码的 JSON，最多 ${MOST_BODY_BYTES / 1024 / 1024} MB（登录 ${MOST_LOGIN_BYTES / 1024} KB）、${MOST_DEPTH} 层、${MOST_PARTS} 项。`,
  '文字统一为 NFC，不含控制字符、改变方向的字符和看不见的字符；名称、编号写一行，理由、意见可以写几行。',
].join('');

export function describeApi(app: NestFastifyApplication, procedures: Procedures): void {
  const base = new DocumentBuilder().setTitle('闭环').setDescription(ABOUT).setVersion('1').addBearerAuth().build();
  // The document is built at the first visit, so that a start does not wait for it.
  SwaggerModule.setup('api/docs', app, () => withProcedures(SwaggerModule.createDocument(app, base), procedures), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: '闭环 接口说明',
  });
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const inJson = (schema: object, type = 'application/json') => ({ content: { [type]: { schema: schema as Schema } } });

/**
 * Adds the events and acts of every procedure with their payloads, the answers, and the one form of every error. All
 * come from the schemas that are enforced.
 */
export function withProcedures(document: OpenAPIObject, procedures: Procedures): OpenAPIObject {
  const schemas: Record<string, Schema> = { ...document.components?.schemas };
  for (const [name, schema] of Object.entries({
    Case: caseSchema,
    DeadlineHistory: deadlineHistorySchema,
    HistoryRow: historyRowSchema,
    Problem: problemSchema,
  })) {
    schemas[name] = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema;
  }
  const events: object[] = [];
  const creations: object[] = [];
  for (const { id, creation, events: catalog, acts } of procedures.all()) {
    creations.push({
      type: 'object',
      required: ['procedure', 'data'],
      properties: { procedure: { const: id }, data: schemaOf(creation.payload) },
    });
    for (const [type, { label, payload }] of Object.entries({ ...catalog, ...acts })) {
      const name = `${id}.${type}`;
      schemas[name] = {
        type: 'object',
        title: label,
        required: ['type'],
        properties: {
          type: { const: type },
          data: schemaOf(payload),
          expectedSeq: { type: 'integer' },
          actingFor: { type: 'string' },
        },
      } as Schema;
      events.push(ref(name));
    }
  }
  document.components = { ...document.components, schemas };

  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item) as { responses?: Record<string, unknown> }[]) {
      if (operation.responses)
        operation.responses.default = {
          description: '未能办理',
          ...inJson(ref('Problem'), 'application/problem+json'),
        };
    }
  }
  const { post: create } = document.paths['/api/v1/cases'] ?? {};
  const { get: one } = document.paths['/api/v1/cases/{id}'] ?? {};
  const { post: send } = document.paths['/api/v1/cases/{id}/events'] ?? {};
  const { get: history } = document.paths['/api/v1/cases/{id}/history'] ?? {};
  const { get: deadlines } = document.paths['/api/v1/cases/{id}/deadlines'] ?? {};
  if (create) {
    create.requestBody = { required: true, ...inJson({ oneOf: creations }) };
    create.responses['200'] = { description: 'dryRun=true：将登记的案件，没有写入', ...inJson(ref('Case')) };
    create.responses['201'] = { description: '已登记', ...inJson(ref('Case')) };
  }
  if (one) one.responses['200'] = { description: '案件', ...inJson(ref('Case')) };
  if (send) {
    send.requestBody = { required: true, ...inJson({ oneOf: events }) };
    delete send.responses['201'];
    send.responses['200'] = { description: '已办理', ...inJson(ref('Case')) };
  }
  if (history)
    history.responses['200'] = { description: '办理经过', ...inJson({ type: 'array', items: ref('HistoryRow') }) };
  if (deadlines)
    deadlines.responses['200'] = {
      description: '全部期限',
      ...inJson({ type: 'array', items: ref('DeadlineHistory') }),
    };
  return document;
}
