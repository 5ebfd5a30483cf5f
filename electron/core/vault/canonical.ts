// One text for one value: object keys sorted, no spaces, so that a digest depends on content and not on its writer's habits.

/** JSON with sorted keys. Undefined members are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const parts: string[] = []
  const entries = Object.entries(value)
  if (entries.length > 1) entries.sort((one, other) => (one[0] < other[0] ? -1 : 1))
  for (const [key, item] of entries) {
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`)
  }
  return `{${parts.join(',')}}`
}
