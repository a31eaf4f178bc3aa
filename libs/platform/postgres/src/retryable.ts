/** A fault that passes by itself: the runner rolls back, pauses and tries again, and nothing is parked. */
export class RetryableError extends Error {
  readonly code: string = 'retryable';
}

/** Deadlock, serialization, lock timeout, lost or refused connections, a server that starts or stops. */
const PASSING_SQLSTATES = new Set([
  '40P01',
  '40001',
  '55P03',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '25P03',
  '25P04',
]);
const PASSING_SYSTEM_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const LOST_CONNECTION = /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect/i;

/** Deadlock, serialization failure or lock timeout: rolled back for certain, and likely to pass at the next try. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  return code === '40P01' || code === '40001' || code === '55P03' || isConflict(driverError);
}

/** True for a fault of the connection or of concurrency, which a later try may not meet. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof RetryableError) return true;
  if (!(error instanceof Error)) return false;
  const { code, driverError, cause } = error as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string') {
    if (PASSING_SQLSTATES.has(code) || code.startsWith('08') || PASSING_SYSTEM_ERRORS.has(code)) return true;
  }
  if (LOST_CONNECTION.test(error.message)) return true;
  return isRetryable(driverError) || (cause !== error && isRetryable(cause));
}
