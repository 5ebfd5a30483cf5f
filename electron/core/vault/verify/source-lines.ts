// Whether each line of a text that is shown stands in the source it was read from, once what a format puts around words is taken off.
import { decodeHTML } from 'entities'
import type { TextOrigin } from '../../../../shared/domain/record/text-origin.ts'
import { repairMojibake } from '../../../../shared/text/mojibake.ts'

/**
 * Whether every line of a text stands in its source: as it is (`raw`), or without tags, entities, escapes and double encoding, and but for spaces
 * and punctuation, which formats put between words (`lines`); a line may be put together from a few values. A title may stand outside the record's own source, as a wiki's page has it. Null where
 * nothing can be told: the source is gone, is not in UTF-8, or shows something else in the place of what stands in it.
 * @param fragments the version's own source first, then what was joined to it
 */
export function linesInSource(
  { text, details }: { readonly text: string; readonly details: string },
  { how, told }: TextOrigin,
  fragments: Iterable<Uint8Array | null | undefined>,
): boolean | null {
  const title = titleIn(details)
  const lines = text.split('\n').filter((line) => line !== title)
  const open = new Set(how === 'raw' ? lines : lines.map(squashed))
  open.delete('')
  const seen: string[] = []
  if (open.size === 0) return true
  for (const bytes of fragments) {
    const source = bytes ? sourceText(bytes, how === 'raw') : null
    if (source === null || (told !== undefined && new RegExp(told).test(source))) return null
    for (const form of how === 'raw' ? [source] : formsOf(source)) {
      const words = how === 'raw' ? form : squashed(form)
      for (const line of open) if (words.includes(line)) open.delete(line)
      if (open.size === 0) return true
      seen.push(words)
    }
  }
  const all = seen.join('\n')
  return how === 'lines' && [...open].every((line) => isPutTogether(line, all))
}

/** Of how many values one line may be made, such as a name and what that person said. */
const PIECES = 4

/** Whether a line is made of a few pieces that each stand in the source: the longest one first, then what it leaves. */
function isPutTogether(line: string, source: string): boolean {
  let rest = line
  for (let piece = 0; piece < PIECES && rest !== ''; piece++) {
    let [low, high] = [0, rest.length]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (source.includes(rest.slice(0, middle))) low = middle
      else high = middle - 1
    }
    if (low < 2 && low < rest.length) return false
    rest = rest.slice(low)
  }
  return rest === ''
}

function titleIn(details: string): string | null {
  const value = parsed(details)
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : null
  return typeof title === 'string' && title !== '' ? title : null
}

/** Letters, digits and pictures: what no format adds and no format takes away. */
function squashed(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}\p{So}]/gu, '')
}

/** A source in UTF-8; @param binary where text stands between other bytes */
function sourceText(bytes: Uint8Array, binary: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: !binary }).decode(bytes)
  } catch {
    return null
  }
}

/** The source as written, and as it is with one thing after another undone; asked for one at a time. */
function* formsOf(source: string): Generator<string> {
  const json = parsed(source)
  if (json !== undefined) {
    for (const value of valuesIn(json)) {
      yield value
      yield repairMojibake(value)
      if (/[<&]/.test(value)) yield* unmarked(value)
    }
    return
  }
  yield source
  yield* unmarked(source)
  const runs = source.replaceAll('""', '"').matchAll(/"text"\s*:\s*"((?:[^"\\]|\\.)*)"/g)
  yield unescaped([...runs].map(([, run = '']) => run).join(''))
  // A cell of a table may hold JSON, with its quotation marks doubled.
  if (source.includes('\\')) yield* unmarked(unescaped(source.replaceAll('""', '"')))
}

/** Without tags, then with entities as their characters; twice, as HTML may stand escaped in XML. */
function* unmarked(text: string): Generator<string> {
  let now = text
  for (let turn = 0; turn < 2; turn++) {
    yield decodeHTML(now)
    now = decodeHTML(now.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/<[^<>]*>/g, ''))
    yield now
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([nrtbf])|(.))/gi, (_, code?: string, space?: string, other?: string) =>
    code !== undefined ? String.fromCharCode(Number.parseInt(code, 16)) : space !== undefined ? ' ' : (other ?? ''),
  )
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** Every text, number, truth value and key of a value, without recursion: a source may be nested as deeply as its writer liked. */
function* valuesIn(value: unknown): Generator<string> {
  const open = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') yield String(one)
    else if (typeof one === 'object' && one !== null) {
      if (!Array.isArray(one)) yield* Object.keys(one)
      for (const inner of Object.values(one)) open.push(inner)
    }
  }
}
