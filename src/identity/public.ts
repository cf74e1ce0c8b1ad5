import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'identity.public';

/** Marks a handler that answers without a session. Every other handler needs one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);
