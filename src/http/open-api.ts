import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

export function describeApi(app: NestFastifyApplication): void {
  const base = new DocumentBuilder()
    .setTitle('闭环')
    .setDescription('县级政务信息化项目全流程的接口。错误一律为 application/problem+json，code 不变。')
    .setVersion('1')
    .addBearerAuth()
    .build();
  // Built at the first visit: a start need not wait for it.
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, base), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: '闭环 接口说明',
  });
}
