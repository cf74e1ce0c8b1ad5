import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../identity/public.js';

/** Until there is a page for officials, the address leads to what there is to read. */
@ApiExcludeController()
@Controller()
export class HomeController {
  @Get()
  @Public()
  @Redirect('/api/docs', 302)
  home(): void {}
}
