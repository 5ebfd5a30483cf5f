// Handles as people write them: with or without @, in any case.

/** A handle for comparing: `@AlderBayCity` and `alderbaycity` are one. */
export function handleKey(text: string): string {
  return text.trim().replace(/^@/, '').toLowerCase()
}
