import { Procedures } from '#machines/kit/law/procedures.js';
import { checksOfRules, storiesOf, type RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import type { Story } from '#machines/kit/testing/story.js';
import { itProjectsProof } from '#machines/regulations/it-projects/proof.js';

/** The proofs of each regulation of `machines/regulations.ts`. */
export const proofs: readonly RegulationProof[] = [itProjectsProof];

export const procedures = new Procedures(proofs.map(({ regulation }) => regulation));

/** A story with its procedure and its regulation. */
export interface Told {
  /** The procedure that lists the story. The story's own case may be of another one (`story.procedure`). */
  procedure: string;
  story: Story;
  proof: RegulationProof;
}

export const stories: readonly Told[] = proofs.flatMap((proof) => storiesOf(proof).map((told) => ({ ...told, proof })));

export const proofOfRules = () => proofs.flatMap(checksOfRules);
