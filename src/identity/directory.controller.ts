import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dayOf } from '#machines/kit/words/dates.js';
import { textIfAny } from '#machines/kit/words/fields.js';
import { searchForm } from '#machines/kit/words/search-form.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { parameters } from '../http/query.js';
import { DirectoryService } from './directory.service.js';

const query = parameters({
  q: textIfAny(100).default('').meta({ description: '名称或编号中的一段；不填为全部' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

interface Listed {
  units: { id: string; principal: string; name: string }[];
  people: { id: string; principal: string; name: string; unit: { id: string; name: string } | null; away: boolean }[];
}

/**
 * Lists the people to whom work can be handed, and who can be asked or informed. It shows names and nothing private.
 */
@ApiTags('身份')
@ApiBearerAuth()
@Controller('api/v1/directory')
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '通讯录：转办、加签、抄送时可选的单位和人员；away 为今日外出' })
  async find(@Query({ schema: query }) { q, limit }: z.infer<typeof query>): Promise<Listed> {
    const { units, people } = await this.directory.current();
    const absent = new Set((await this.directory.absentOn(dayOf(await this.clock.now()))).map((a) => a.userId));
    const said = searchForm(q);
    const fits = (...words: (string | undefined)[]): boolean =>
      words.some((word) => word !== undefined && searchForm(word).includes(said));
    const unitOf = (id: string | null) => units.get(id ?? '');
    return {
      units: [...units.values()]
        .filter((u) => fits(u.name, u.id))
        .slice(0, limit)
        .map(({ id, name }) => ({ id, principal: `unit:${id}`, name })),
      people: [...people.values()]
        .filter((p) => p.unitId !== null && fits(p.name, p.id, unitOf(p.unitId)?.name))
        .slice(0, limit)
        .map(({ id, name, unitId }) => {
          const unit = unitOf(unitId);
          return {
            id,
            principal: `user:${id}`,
            name,
            unit: unit ? { id: unit.id, name: unit.name } : null,
            away: absent.has(id),
          };
        }),
    };
  }
}
