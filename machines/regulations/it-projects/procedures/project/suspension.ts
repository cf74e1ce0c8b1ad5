import type { ProjectContext, SuspensionGround } from './context.js';

/**
 * A project stands still until every ground for it is lifted (二(六)3): the bureau's own decision, and each
 * rectification.
 */

const grounds = ({ suspension }: ProjectContext): readonly SuspensionGround[] => suspension?.grounds ?? [];

export const withGround = (context: ProjectContext, ground: SuspensionGround): Pick<ProjectContext, 'suspension'> => ({
  suspension: { on: context.suspension?.on ?? ground.on, grounds: [...grounds(context), ground] },
});

const others = (context: ProjectContext, from: string | null): SuspensionGround[] =>
  grounds(context).filter((g) => g.case !== from);

export const withoutGround = (context: ProjectContext, from: string | null): Pick<ProjectContext, 'suspension'> => {
  const left = others(context, from);
  return { suspension: left.length === 0 ? null : { on: context.suspension!.on, grounds: left } };
};

/** Tells whether no other ground keeps it standing still. */
export const onlyGround = (context: ProjectContext, from: string | null): boolean => others(context, from).length === 0;

/** Tells whether the bureau's own decision stops it, not a rectification. */
export const stoppedByHand = (context: ProjectContext): boolean => grounds(context).some((g) => g.case === null);

/** Returns the numbers of the rectifications that stop it. */
export const stoppedByCases = (context: ProjectContext): string[] => grounds(context).flatMap((g) => g.case ?? []);
