/** Why a file that somebody hands in is not read: one sentence for that person. It is never our failure. */
export class UnreadableFile extends Error {}
