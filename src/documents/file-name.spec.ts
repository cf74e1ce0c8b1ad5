import { describe, expect, it } from '@jest/globals';
import { attachment, cleanName, extensionOf } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['合同.pdf', '合同.pdf'],
    ['C:\\Users\\某岗位\\合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['合\u0000同\r\n"a".pdf', '合同a.pdf'],
    ['合同\u202efdp.exe', '合同fdp.exe'],
    ['  合同 .pdf ', '合同.pdf'],
    ['', ''],
  ])('%j becomes %j', (sent, kept) => expect(cleanName(sent)).toBe(kept));

  it('is cut where it is too long, and keeps its extension', () => {
    const name = cleanName(`${'长'.repeat(500)}.pdf`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith('长.pdf')).toBe(true);
  });

  it.each([
    ['合同.PDF', 'pdf'],
    ['a.tar.zip', 'zip'],
    ['合同', ''],
    ['合同.', ''],
  ])('%s has the extension "%s"', (name, extension) => expect(extensionOf(name)).toBe(extension));

  it('travels in a header that old and new programs read', () => {
    expect(attachment("合同(1)'终'.pdf")).toBe(
      `attachment; filename="document.pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%281%29%27%E7%BB%88%27.pdf`,
    );
    expect(attachment('合同')).toBe(`attachment; filename="document"; filename*=UTF-8''%E5%90%88%E5%90%8C`);
  });
});
