import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import './chinese-messages.js';
import { invalidPayload, type FieldError } from './problem.js';

/** Returns the issues of Zod, or of any Standard Schema, as errors with JSON pointers. `prefix` is a pointer itself. */
export function fieldErrors(issues: readonly StandardSchemaV1.Issue[], prefix = ''): FieldError[] {
  return issues.map((issue) => ({
    pointer: prefix + (issue.path ?? []).map((part) => `/${escape(keyOf(part))}`).join(''),
    message: issue.message,
  }));
}

/**
 * The global pipe. It checks what `@Body({ schema })`, `@Query({ schema })` or `@Param(name, { schema })` names before
 * the handler runs.
 */
@Injectable()
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => invalidPayload(fieldErrors(issues)) });
  }
}

function keyOf(part: PropertyKey | StandardSchemaV1.PathSegment): string {
  return String(typeof part === 'object' ? part.key : part);
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
