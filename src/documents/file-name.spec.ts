import { describe, expect, it } from '@jest/globals';
import { attachment, cleanName, extensionOf, faultInName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['合同.pdf', '合同.pdf'],
    ['C:\\Users\\某岗位\\合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['合同"a"?.pdf', '合同a.pdf'],
    ['合\u200B同e\u0301.pdf', '合同é.pdf'],
    ['  合同 .pdf ', '合同.pdf'],
    ['', ''],
  ])('%j becomes %j', (sent, kept) => expect(cleanName(sent)).toBe(kept));

  it.each(['合同.pdf', '合同', '𠮷.tar.zip', '_.pdf'])('%s is a name', (name) => expect(faultInName(name)).toBeNull());

  it.each([
    ['', '文件名是空的'],
    ['.pdf', '文件名只有扩展名'],
    ['"".pdf', '文件名只有扩展名'],
    ['\u3000.pdf', '文件名只有扩展名'],
    ['\u200B.pdf', '文件名只有扩展名'],
    ['\uFE0F.pdf', '至少要有一个看得见的字'],
    ['\u3164.pdf', '看不见的字符(U+3164)'],
    ['合\u0000同.pdf', '控制字符(U+0000)'],
    ['合同\u202efdp.exe', '改变文字方向的字符(U+202E)'],
    ['合\r\n同.pdf', '只能写一行'],
    ['\uFFFD\uFFFD.pdf', '无法辨认的字符(U+FFFD)'],
  ])('%j is none: %s', (sent, says) => expect(faultInName(cleanName(sent))).toContain(says));

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
