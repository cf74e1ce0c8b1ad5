import { Injectable, Logger } from '@nestjs/common';
import { ParameterSets } from '#machines/kit/law/parameter-sets.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { Kept } from '../persistence/kept.js';
import { ParameterStore } from '../persistence/stores/parameter.store.js';

const KEPT_MS = 5_000;

/** The numbers of the house and of every regulation: our defaults, replaced by the administrators' dated lines. */
@Injectable()
export class ParametersService {
  private readonly logger = new Logger(ParametersService.name);
  private readonly kept = new Kept<'all', ParameterSets>(() => this.read(), KEPT_MS);

  constructor(
    private readonly store: ParameterStore,
    private readonly procedures: Procedures,
  ) {}

  current(): Promise<ParameterSets> {
    return this.kept.get('all');
  }

  /** Must be called after a line is written. */
  changed(): void {
    this.kept.forget();
  }

  private async read(): Promise<ParameterSets> {
    const sets = new ParameterSets(this.procedures.regulations, await this.store.lines());
    for (const { key } of sets.unused()) this.logger.warn(`参数表中的 ${key} 不在本版本的参数清单内，未采用`);
    return sets;
  }
}
