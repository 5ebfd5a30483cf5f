// JSON with a line a field, without reading its values: a parser would round long numbers and drop repeated names.

const PARTS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gs
const OPENING = new Set(['{', '['])
const CLOSING = new Set(['}', ']'])

/** Lays out JSON with two spaces a level; every value stands as written. Text that is not JSON comes back as it is. */
export function prettyJson(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text
  let depth = 0
  let last = ''
  let laid = ''
  const line = () => `\n${'  '.repeat(Math.max(0, depth))}`
  for (const [part] of text.matchAll(PARTS)) {
    if (CLOSING.has(part)) {
      depth--
      laid += OPENING.has(last) ? part : line() + part
    } else {
      if (OPENING.has(last) || last === ',') laid += line()
      laid += part === ':' ? ': ' : part
      if (OPENING.has(part)) depth++
    }
    last = part
  }
  return laid
}
