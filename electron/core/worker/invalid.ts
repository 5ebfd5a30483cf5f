// Owns saying what of an input does not fit.

/** The first five faults of an input, as a sentence. */
export function invalid(
  issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[],
): string {
  const parts = issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
  return `Some of what was entered does not fit: ${parts.join('; ')}`
}
