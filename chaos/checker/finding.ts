/** A fault in the database, as a sentence with the ids for looking it up. */
export interface Finding {
  /** `lost`: something that had to happen did not. `doubled`: it happened more than once. `wrong`: everything else. */
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
