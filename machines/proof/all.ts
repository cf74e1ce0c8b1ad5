import { Procedures } from '#machines/kit/law/procedures.js';
import { checksOfRules, storiesOf, type RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import type { Story } from '#machines/kit/testing/story.js';
import { itProjectsProof } from '#machines/regulations/it-projects/proof.js';

/** What proves each of `machines/regulations.ts`. */
export const proofs: readonly RegulationProof[] = [itProjectsProof];

export const procedures = new Procedures(proofs.map(({ regulation }) => regulation));

/** A story with the procedure it tells of and the regulation it takes place under. */
export interface Told {
  /** The procedure under which it is kept; its own case may be of another one (`story.procedure`). */
  procedure: string;
  story: Story;
  proof: RegulationProof;
}

export const stories: readonly Told[] = proofs.flatMap((proof) => storiesOf(proof).map((told) => ({ ...told, proof })));

export const proofOfRules = () => proofs.flatMap(checksOfRules);
