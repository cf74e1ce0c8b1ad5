/**
 * Returns how alike two texts are, by the pairs of characters they share (Dice), in whole percent: 0 for nothing, 100
 * for the same.
 */
export function likeness(a: string, b: string): number {
  const [ours, theirs] = [pairs(a), pairs(b)];
  if (ours.size + theirs.size === 0) return 0;
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return Math.floor((200 * shared) / (ours.size + theirs.size));
}

const pairs = (text: string): Set<string> => {
  const characters = [...text.replace(/[\s\p{P}]/gu, '')];
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character));
};
