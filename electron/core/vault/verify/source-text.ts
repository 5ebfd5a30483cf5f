// Whether a text that is shown stands in the source it was read from, without knowing the platform that wrote it.
import { decodeXEntities } from '../../../../shared/text/entities.ts'

/** Kinds whose text is one value of their source; the texts of the others are put together from several. */
const VERBATIM: ReadonlySet<string> = new Set(['post', 'reply', 'repost', 'message', 'like'])

/**
 * Whether a version's text is one of the texts of its fragments, as written or with its entities decoded. A source that is not JSON, or
 * is gone, cannot contradict.
 * @param fragments the version's own source first, then what was joined to it; asked for one at a time
 */
export function standsInSource(
  kind: string,
  text: string,
  fragments: Iterable<Uint8Array | null | undefined>,
): boolean {
  if (!VERBATIM.has(kind) || (kind === 'like' && text === '')) return true
  for (const bytes of fragments) {
    if (!bytes) return true
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    if (source.includes(JSON.stringify(text))) return true
    const value = parsed(source)
    if (value === undefined || holds(value, text)) return true
  }
  return false
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** Looks through a value without recursion: a source may be nested as deeply as its writer liked. */
function holds(value: unknown, text: string): boolean {
  const open = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string') {
      // What is no character of its own (half of a pair) cannot be kept by the catalog as it is.
      const whole = one.toWellFormed()
      if (whole === text || (whole.includes('&') && decodeXEntities(whole) === text)) return true
    } else if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) open.push(inner)
  }
  return false
}
