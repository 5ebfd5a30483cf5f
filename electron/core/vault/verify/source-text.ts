// Whether a text that is shown stands in the source it was read from, by what the platform declared of its texts.
import { TextOrigin } from '../../../../shared/domain/record/text-origin.ts'
import { decodeXEntities } from '../../../../shared/text/entities.ts'
import { linesInSource } from './source-lines.ts'

/** Kinds whose text is one value of their source; the texts of the others are put together from several. */
const VERBATIM: ReadonlySet<string> = new Set(['post', 'reply', 'repost', 'message', 'like'])

type Fragments = Iterable<Uint8Array | null | undefined>

/** What a version shows. */
export interface Shown {
  readonly kind: string
  readonly text: string
  /** As stored: JSON. */
  readonly details: string
}

const known = new Map<string, TextOrigin | null>()

/** The declaration that an import brought; null where it brought none, or one that this version does not know. */
export function originOf(texts: string | null): TextOrigin | null {
  if (texts === null) return null
  const found = known.get(texts)
  if (found !== undefined) return found
  const { data = null } = TextOrigin.safeParse(parsed(texts))
  known.set(texts, data)
  return data
}

/**
 * Whether a version's text stands in its fragments; null where that cannot be told.
 * @param fragments the version's own source first, then what was joined to it; asked for one at a time
 */
export function standsInSource(shown: Shown, origin: TextOrigin | null, fragments: Fragments): boolean | null {
  const { kind, text } = shown
  if (origin === null || (origin.composed ?? []).some((one) => one === kind)) return null
  if (origin.how === 'value') return VERBATIM.has(kind) ? valueInSource(kind, text, fragments) : null
  return linesInSource(shown, origin, fragments)
}

/** Whether a text is one of the texts of its fragments, as written or with its entities decoded. A source that is not JSON, or is gone, cannot contradict. */
function valueInSource(kind: string, text: string, fragments: Fragments): boolean | null {
  if (kind === 'like' && text === '') return null
  for (const bytes of fragments) {
    if (!bytes) return null
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    if (source.includes(JSON.stringify(text))) return true
    const value = parsed(source)
    if (value === undefined) return null
    if (holds(value, text)) return true
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
