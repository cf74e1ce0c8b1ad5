const LONGEST = 200;

/**
 * Returns the name a browser sent, without folders, control characters and anything that a file system might refuse.
 */
export function cleanName(sent: string): string {
  const base = sent.split(/[/\\]/).at(-1)!;
  const clean = base
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
    .trim();
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
