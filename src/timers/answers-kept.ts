/** How long an answer kept under an `Idempotency-Key` serves for repeated requests, in real time. */
export const ANSWERS_KEPT_MS = 7 * 86_400_000;
