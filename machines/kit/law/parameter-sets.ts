import type { IsoDate } from '../words/dates.js';
import { houseParameters } from '../words/house-parameters.js';
import { Parameters, type Parameter } from '../words/parameters.js';
import type { Regulation } from './regulation.js';

/** An administrator's dated line over a default. It changes the number and its source, never what the number means. */
export interface ParameterLine {
  /** The regulation whose number it is. Null: every regulation that has the key, and the house. */
  regulation: string | null;
  key: string;
  value: number;
  from: IsoDate;
  source: string;
}

/** The parameters in force: those of the house, and for each regulation its own with those of the house. */
export class ParameterSets {
  readonly house: Parameters;
  private readonly byRegulation: ReadonlyMap<string, Parameters>;

  constructor(
    private readonly regulations: readonly Regulation[],
    private readonly lines: readonly ParameterLine[] = [],
  ) {
    const house = houseParameters(firstIssued(regulations));
    this.house = new Parameters(this.withLines(null, house));
    this.byRegulation = new Map(
      regulations.map(({ id, parameters }) => [id, new Parameters(this.withLines(id, [...house, ...parameters]))]),
    );
  }

  /** @throws for an unknown regulation. */
  of({ id }: Pick<Regulation, 'id'>): Parameters {
    const found = this.byRegulation.get(id);
    if (!found) throw new Error(`there is no regulation ${id}`);
    return found;
  }

  /** Returns the lines that match no parameter of this version. */
  unused(): ParameterLine[] {
    const house = houseParameters(firstIssued(this.regulations));
    const known = (line: ParameterLine): boolean =>
      house.some(({ key }) => key === line.key) ||
      this.regulations.some((r) => isFor(line, r.id) && r.parameters.some(({ key }) => key === line.key));
    return this.lines.filter((line) => !known(line));
  }

  private withLines(regulation: string | null, defaults: readonly Parameter[]): Parameter[] {
    const changed = this.lines
      .filter((line) => isFor(line, regulation))
      .flatMap(({ key, value, from, source }) => {
        const usual = defaults.find((p) => p.key === key);
        return usual ? [{ ...usual, value, from, source, grade: 'house' as const }] : [];
      });
    return [...defaults, ...changed];
  }
}

const isFor = (line: ParameterLine, regulation: string | null): boolean =>
  line.regulation === null || line.regulation === regulation;

/** Returns the day the first regulation was issued: the house parameters count from then. */
const firstIssued = (regulations: readonly Regulation[]): IsoDate =>
  regulations.map(({ issued }) => issued).sort()[0] ?? '0001-01-01';
