import { belongsTo, kinOf, ofTheCounty } from './affiliation.js';
import type { CaseUnit } from '#machines/kit/words/party.js';

describe('an affiliation', () => {
  it.each([
    ['县卫健委', '县卫健委'],
    ['县卫健委信息中心', '县卫健委'],
    ['县卫生健康委员会信息中心', '县卫健委'],
    ['青阳县卫生健康委员会', '县卫健委'],
    ['池州市青阳县卫健委信息中心', '青阳县卫健委'],
    ['卫健委', '县卫健委'],
    ['县卫健委信息中心', '县卫生健康委员会'],
    ['县教育体育局', '县教体局'],
    ['县发展和改革委员会', '县发改委'],
    ['江淮规划设计院', '江淮规划设计院'],
    ['江淮规划设计院 第二分院', '江淮规划设计院'],
    ['县人民医院放射科', '县人民医院'],
  ])('“%s” belongs to “%s”', (affiliation, organisation) => {
    expect(belongsTo(affiliation, organisation)).toBe(true);
  });

  it.each([
    ['省市评审专家委员会', '县卫健委'],
    ['池州市卫健委', '县卫健委'],
    ['池州市人民医院', '县人民医院'],
    ['安徽省卫生健康委员会', '县卫健委'],
    ['石台县卫健委', '青阳县卫健委'],
    ['县财政局', '县卫健委'],
    ['县教体局', '县发改委'],
    ['某大学', '县卫健委'],
    ['县委', '县委网信办'],
    ['', '县卫健委'],
    ['县卫健委', ''],
  ])('“%s” does not belong to “%s”', (affiliation, organisation) => {
    expect(belongsTo(affiliation, organisation)).toBe(false);
  });

  it('of the county is one whose name says so', () => {
    expect(['县某中心', '青阳县某中心', '池州市青阳县某中心', '省市评审专家委员会', '某大学'].map(ofTheCounty)).toEqual(
      [true, true, true, false, false],
    );
  });
});

describe('the kin of a unit', () => {
  const unit = (id: string, supervisingUnitId: string | null): CaseUnit => ({
    id,
    name: id,
    kind: 'department',
    creditCode: '',
    supervisingUnitId,
  });
  const all = [
    unit('above', null),
    unit('own', 'above'),
    unit('beneath', 'own'),
    unit('beside', 'above'),
    unit('other', null),
  ];
  const units = new Map(all.map((u) => [u.id, u]));

  it('is the unit, the one above it and those beneath it', () => {
    expect(kinOf(all[1]!, { units }).map((u) => u.id)).toEqual(['own', 'above', 'beneath']);
    expect(kinOf(all[4]!, { units }).map((u) => u.id)).toEqual(['other']);
  });
});
