/** Addresses that people open, below PUBLIC_URL. Null without it. */
export const caseLink = (publicUrl: string | undefined, caseId: string): string | null =>
  publicUrl ? `${publicUrl}/cases/${caseId}` : null;
export const inboxLink = (publicUrl: string | undefined): string | null =>
  publicUrl ? `${publicUrl}/notifications` : null;
