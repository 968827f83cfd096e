/**
 * What kind of fault the database has met (SQLSTATE). `given-up`: another transaction's sake (deadlock, serialisation),
 * nothing is wrong with this one; `taken`: another came first with the same key; `data`: what it was given cannot be kept.
 */
export function faultClass(error: unknown): 'given-up' | 'taken' | 'data' | 'other' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '40P01' || code === '40001') return 'given-up';
  if (code === '23505') return 'taken';
  return /^2[23]/.test(code) ? 'data' : 'other';
}
