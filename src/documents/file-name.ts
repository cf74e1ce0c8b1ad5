import { faultIn, tidied } from '#machines/kit/words/acceptable-text.js';

const LONGEST = 200;

/** Returns the name a browser sent, without folders and anything that a file system might refuse. */
export function cleanName(sent: string): string {
  const base = sent.split(/[/\\]/).at(-1)!;
  const clean = tidied(base.replace(/["<>|:*?]/g, ''));
  const dot = clean.lastIndexOf('.');
  if (dot <= 0) return [...clean].slice(0, LONGEST).join('');
  const extension = clean.slice(dot);
  return (
    [...clean.slice(0, dot)]
      .slice(0, LONGEST - extension.length)
      .join('')
      .trim() + extension
  );
}

/** Says what is wrong with a clean name, in one sentence. Null for a name that people can read and tell from others. */
export function faultInName(name: string): string | null {
  const dot = name.lastIndexOf('.');
  const stem = (dot < 0 ? name : name.slice(0, dot)).trim();
  if (stem === '') return `文件名${dot < 0 ? '是空的' : '只有扩展名'}，请改名后再上传。`;
  const fault = faultIn(name, 'one') ?? faultIn(stem, 'one');
  return fault === null ? null : `文件名：${fault}`;
}

/** In lower case, without the dot. Empty if there is none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Writes the header of RFC 6266: a plain name for old programs, the real one in UTF-8 (RFC 5987) for all others. */
export function attachment(name: string): string {
  const extension = extensionOf(name).replace(/[^a-z0-9]/g, '');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="document${extension && `.${extension}`}"; filename*=UTF-8''${encoded}`;
}
