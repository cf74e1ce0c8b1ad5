/** How long an answer is kept under an `Idempotency-Key` for repeated requests, in real time. */
export const ANSWERS_KEPT_MS = 7 * 86_400_000;
