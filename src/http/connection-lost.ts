/**
 * Socket errors, and the PostgreSQL classes that mean that the server is stopping, starting or full (08, 57P0x, 53300).
 */
const LOST =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08...|57P0[1235]|53300)$/;
/** pg, its pool and TypeORM give these errors no code. The last two come from requests while the process stops. */
const LOST_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|Driver not Connected)/;

/**
 * Tells whether an error means that a server we depend on can't be reached now. It looks through the wrappers of
 * TypeORM and Node.
 */
export function isConnectionLost(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, message, cause, driverError, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && LOST.test(code)) return true;
  if (typeof message === 'string' && LOST_MESSAGE.test(message)) return true;
  const inner = [cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some((one) => isConnectionLost(one, depth + 1));
}
