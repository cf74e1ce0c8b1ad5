import type { Directory } from '#machines/kit/words/directory.js';
import type { CaseUnit } from '#machines/kit/words/party.js';

/**
 * Whose people somebody is, as far as a written affiliation tells. The unit, what lies beneath it and what stands above
 * it belong together.
 */

const plain = (name: string): string => name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** The region with which a name begins: 县, 青阳县, 池州市青阳县, 安徽省. */
const REGION = /^(?:[^省市县区]{0,8}省)?(?:[^省市县区]{1,8}市)?(?:[^省市县区]{0,8}[县区])?/u;
const regionOf = (name: string): string => REGION.exec(name)![0];

/** Tells whether two names may be of one region: one of them names none, or both end in the same one. */
const sameRegion = (a: string, b: string): boolean => {
  const [one, other] = [regionOf(a), regionOf(b)];
  return one === '' || other === '' || one.endsWith(other) || other.endsWith(one);
};

/** Tells whether the characters of an abbreviation stand in this order in the whole name, beginning with the first. */
const abbreviates = (short: string, whole: string): boolean => {
  if (short[0] !== whole[0]) return false;
  let at = 0;
  for (const character of short) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

const ORGAN = /[委局办会院校厅处所站]/u;
/** Fewer characters name no organisation. */
const LEAST = 3;

/** Returns the beginnings of a name that can be the name of an organisation: 卫生健康委员会信息中心 → 卫生健康委, 卫生健康委员会. */
const heads = (name: string): string[] => {
  const characters = [...name];
  return characters.flatMap((character, i) =>
    i + 1 >= LEAST && (ORGAN.test(character) || i + 1 === characters.length)
      ? [characters.slice(0, i + 1).join('')]
      : [],
  );
};

/** Tells whether an affiliation is of this organisation, or of a part of it, also if either name is abbreviated. */
export function belongsTo(affiliation: string, organisation: string): boolean {
  const [theirs, ours] = [plain(affiliation), plain(organisation)];
  if (theirs === ours || (ours !== '' && theirs.startsWith(ours))) return true;
  if (!sameRegion(theirs, ours)) return false;
  const [local, core] = [theirs.slice(regionOf(theirs).length), ours.slice(regionOf(ours).length)];
  if ([...core].length < LEAST) return false;
  return heads(local).some((head) => abbreviates(head, core) || abbreviates(core, head));
}

/** Returns the unit, the one above it and those beneath it. */
export const kinOf = (unit: CaseUnit, { units }: Pick<Directory, 'units'>): CaseUnit[] => [
  unit,
  ...[...units.values()].filter(
    (u) => u.id !== unit.id && (u.id === unit.supervisingUnitId || u.supervisingUnitId === unit.id),
  ),
];

/** Tells whether a name says that it is of a county. */
export const ofTheCounty = (affiliation: string): boolean => regionOf(plain(affiliation)).endsWith('县');
