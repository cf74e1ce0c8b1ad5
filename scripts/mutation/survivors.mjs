// Mutants that no example can notice, each with the reason: { file, was, became, because }. First try to write the example, then to write
// the rule without what nobody needs; a mutant that means the same for every case there can be belongs here.
export const survivors = [];
