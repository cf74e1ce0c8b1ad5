/** Characters that take two columns of a terminal: Chinese and everything else that is wide. Others take one. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
const padded = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(width - widthOf(text));
  return right ? space + text : text + space;
};

/** Writes lines of equal columns. `right` names the columns of numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string[] {
  const widths = head.map((title, i) => Math.max(...[title, ...rows.map((row) => row[i]!)].map(widthOf)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => padded(cell, widths[i]!, right.includes(i)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
}
