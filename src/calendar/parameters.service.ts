import { Injectable, Logger } from '@nestjs/common';
import { Parameters, type Parameter } from '#machines/kit/words/parameters.js';
import { parameters as defaults } from '#machines/regulations/it-projects/parameters.js';
import { Kept } from '../persistence/kept.js';
import { ParameterStore, type ParameterLine } from '../persistence/stores/parameter.store.js';

const KEPT_MS = 5_000;

/** The numbers of the procedures: the regulation's and our defaults, under the administrators' dated lines. */
@Injectable()
export class ParametersService {
  private readonly logger = new Logger(ParametersService.name);
  private readonly kept = new Kept<'all', Parameters>(() => this.read(), KEPT_MS);

  constructor(private readonly store: ParameterStore) {}

  current(): Promise<Parameters> {
    return this.kept.get('all');
  }

  /** To be called by whoever has written a line. */
  changed(): void {
    this.kept.forget();
  }

  private async read(): Promise<Parameters> {
    const lines = await this.store.lines();
    return new Parameters([...defaults, ...lines.flatMap((line) => this.overDefault(line))]);
  }

  /** A line only changes the number and its source; what the number means stays what the default says. */
  private overDefault({ key, value, from, source }: ParameterLine): Parameter[] {
    const known = defaults.find((p) => p.key === key);
    if (!known) {
      this.logger.warn(`参数表中的 ${key} 不在本版本的参数清单内，未采用`);
      return [];
    }
    return [{ ...known, value, from, source, grade: 'house' }];
  }
}
