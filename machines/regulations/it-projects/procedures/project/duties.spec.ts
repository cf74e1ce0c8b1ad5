import { describe, expect, it } from '@jest/globals';
import type { Tale } from '#machines/kit/testing/docket.js';
import { tell } from '#machines/kit/testing/story.js';
import { world } from '../../testing/world.js';
import type { ProjectContext } from './context.js';
import { openDuties, type Duty } from './duties.js';
import { project } from './procedure.js';
import { stories } from './scenarios/all.js';
import { lastActCloses } from './scenarios/settling.js';

/** The deadlines that run while a duty is open. */
const DEADLINES: Readonly<Record<Duty['region'], readonly string[]>> = {
  cityFiling: ['cityFilingReport', 'cityFilingTracking'],
  contractFiling: ['contractFiling'],
  contractNotice: ['contractNotice'],
  contractReport: ['contractReport'],
  platformFiling: ['platformFiling'],
  approvalPublicity: ['approvalPublication'],
  acceptancePublicity: ['acceptancePublication'],
};
const REGIONS = Object.keys(DEADLINES);

const duties = ({ state }: Tale): Duty[] => openDuties(state.snapshot.context as ProjectContext);
const regionOf = (path: string): string => path.split('.')[1]!;

/** Returns the parties on which the machine waits in each region of a duty. */
const waits = ({ state }: Tale): string[] =>
  state.position.waits.filter((w) => REGIONS.includes(regionOf(w.state))).map((w) => `${regionOf(w.state)} ${w.party}`);

describe('the duties of a project beside its road', () => {
  it.each(stories.map((story) => [story.title, story] as const))(
    '%s: its regions wait for it, with one deadline each, until the last is done',
    (_, story) => {
      tell(project, story, world, (__, tales) => {
        for (const tale of tales.values()) {
          const { status, states } = tale.state.position;
          if (tale.procedure !== project || status === 'terminated') continue;
          const open = duties(tale);
          expect(open.map((d) => `${d.region} ${d.party}`)).toEqual(waits(tale));
          const running = tale.state.deadlines.map((d) => d.name);
          for (const { region } of open)
            expect([region, DEADLINES[region].some((name) => running.includes(name))]).toEqual([region, true]);
          if (status === 'closed') expect(open).toEqual([]);
          if (states.some((s) => s.endsWith('evaluation.settling'))) expect(open).not.toEqual([]);
        }
      });
    },
  );

  it('keep every deadline open after the evaluation, and the case waits on those who owe one', () => {
    const told: string[] = [];
    const tale = tell(project, lastActCloses, world, (_, tales) => {
      const { position, deadlines } = tales.get('own')!.state;
      if (position.label !== '评价已完成，尚有事项未办结') return;
      const open = deadlines
        .map((d) => d.name)
        .filter((name) => name === 'settlement' || Object.values(DEADLINES).flat().includes(name));
      told.push(`${[...new Set(position.waits.map((w) => w.party))].join()}: ${open.sort().join()}`);
    });
    expect([...new Set(told)]).toEqual([
      'dataBureau,applicant: acceptancePublication,approvalPublication,cityFilingReport,contractFiling,contractNotice,contractReport,platformFiling,settlement',
      'dataBureau,applicant: acceptancePublication,approvalPublication,cityFilingReport,contractNotice,contractReport,platformFiling,settlement',
      'dataBureau,applicant: acceptancePublication,approvalPublication,cityFilingReport,contractReport,platformFiling,settlement',
      'dataBureau: acceptancePublication,approvalPublication,cityFilingReport,platformFiling,settlement',
      'dataBureau: acceptancePublication,cityFilingReport,platformFiling,settlement',
      'dataBureau: cityFilingReport,platformFiling,settlement',
      'dataBureau: cityFilingReport,settlement',
      'city: cityFilingTracking,settlement',
    ]);
    expect(tale.state.position).toMatchObject({ status: 'closed', waits: [] });
    // What ends with the case is closed. The end of the free service is still told to the users of the interfaces.
    expect(tale.state.deadlines.map((d) => `${d.kind} ${d.name}`)).toEqual(['reminder interfacePeriod']);
    // The parties that owed something were told when the evaluation was done, and reminded since then.
    expect(tale.notices.filter((n) => n.title === '绩效评价已完成，请办结其余事项').map((n) => n.to)).toEqual([
      'role:data-bureau',
      'unit:education',
    ]);
    expect(new Set(tale.reminders.filter((r) => r.deadline === 'settlement').flatMap((r) => r.to))).toContain(
      'role:data-bureau',
    );
  });
});
