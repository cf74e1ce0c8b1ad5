/** What the database must not say, as a sentence with the ids to look it up by. */
export interface Finding {
  /** `lost`: something that had to happen has not. `doubled`: it has happened more than once. `wrong`: everything else. */
  kind: 'lost' | 'doubled' | 'wrong';
  text: string;
}

export class Findings {
  readonly all: Finding[] = [];

  lost(text: string): void {
    this.all.push({ kind: 'lost', text });
  }

  doubled(text: string): void {
    this.all.push({ kind: 'doubled', text });
  }

  wrong(text: string): void {
    this.all.push({ kind: 'wrong', text });
  }

  count(kind: Finding['kind']): number {
    return this.all.filter((f) => f.kind === kind).length;
  }
}
