import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'identity.public';

/** Answers without a session. Everything else asks for one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);
