// Words that are redacted in one record and stand in another that is released (a person called May, and the month), and files likewise.
import { type Digest, RecordId } from '../../../../shared/domain/id.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { isSaid, isUnspaced, plainPhrase, searchable, stretchesIn } from '../../../../shared/text/occurrences.ts'
import { phraseFinder } from '../../../../shared/text/phrases.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { filesAmong, withPages } from '../../vault/record/said.ts'
import type { Reading } from './reading.ts'
import type { RedactedWords } from './redacted-words.ts'

export interface Hit {
  readonly record: RecordId
  readonly redactedIn: RecordId
  /** Of a file the name that it has in `record`. */
  readonly words: string
  /** By which it is known that they stay: of words their digest, of a file its own. */
  readonly phrase: Digest
  /** The words with what stands around them. */
  readonly shown: string
  readonly isFile: boolean
}

const AROUND = 40

/** So many records are read at once. */
const AT_ONCE = 64
/** So many phrases are looked for one by one; more of them in one pass. */
const FEW = 12

/** A record that roughly says some of the words, or holds some of the files. */
export interface Perhaps {
  readonly record: RecordId
  readonly sought: readonly RedactedWords[]
  readonly files: readonly Hit[]
}

interface Asked {
  readonly db: Driver
  readonly reading: Reading
  readonly decisions: ReadonlyMap<number, ReviewDecision>
  readonly words: readonly RedactedWords[]
  /** `record phrase` of what stays by decision. */
  readonly kept: ReadonlySet<string>
}

/**
 * Where redacted words stand in records as they would be released, a few records at a time.
 * @param ids in the order in which they are told
 */
export function* hitsAmong(asked: Asked, ids: readonly number[]): Generator<readonly Hit[]> {
  for (const some of perhapsAmong(asked, ids)) yield some.flatMap((one) => hitsIn(asked, one))
}

/** The records that are to be read whole, a few at a time: most say none of the words in any form. */
export function* perhapsAmong(
  { db, reading, decisions, words, kept }: Asked,
  ids: readonly number[],
): Generator<readonly Perhaps[]> {
  const files = redactedFiles(decisions.values())
  if (words.length === 0 && files.size === 0) return
  const find = finderOf(words)
  const asked = ids.filter((id) => {
    const outcome = decisions.get(id)?.outcome
    return outcome !== 'withhold' && outcome !== 'not-responsive'
  })
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const some = asked.slice(at, at + AT_ONCE)
    const plain = reading.plain(some)
    const paged = withPages(db, some)
    const whole = Map.groupBy(wholeFiles(db, some, decisions, files), ({ record }) => record)
    yield some.flatMap((id): Perhaps[] => {
      const record = RecordId.parse(id)
      const isOpen = ({ phrase }: { readonly phrase: Digest }) => !kept.has(`${id} ${phrase}`)
      const held = (whole.get(record) ?? []).filter(isOpen)
      const sought = (paged.has(id) ? words : find(plain.get(id) ?? '')).filter(isOpen)
      return sought.length + held.length === 0 ? [] : [{ record, sought, files: held }]
    })
  }
}

/** @returns tells which of the words a text roughly says, in their order */
function finderOf(all: readonly RedactedWords[]): (plain: string) => readonly RedactedWords[] {
  const wanted = all.map(({ words }) => plainPhrase(words))
  // Of a script without spaces a blank may part the words anywhere.
  const tight = new Map(
    all.flatMap(({ words }, place) => (isUnspaced(words) ? [[place, closedUp(wanted[place] ?? '')]] : [])),
  )
  const pass = phraseFinder(wanted)
  return (plain) => {
    const found = wanted.length > FEW ? new Set(pass({ plain }).keys()) : null
    const closed = tight.size > 0 ? closedUp(plain) : ''
    return all.filter((_, place) => {
      if (found?.has(place) ?? isSaid(plain, wanted[place] ?? '')) return true
      const unspaced = tight.get(place)
      return unspaced !== undefined && unspaced !== '' && closed.includes(unspaced)
    })
  }
}

/** Every file of which something is redacted, or all, with a record in which it is. */
function redactedFiles(decisions: Iterable<ReviewDecision>): Map<Digest, RecordId> {
  const files = new Map<Digest, RecordId>()
  for (const { outcome, record, redactions } of decisions)
    if (outcome === 'redact') for (const digest of filesOf(redactions)) files.set(digest, record)
  return files
}

function filesOf(redactions: ReviewDecision['redactions']): Digest[] {
  return redactions.flatMap((one) =>
    one.field === 'media' || one.field === 'page' || one.field === 'edit' ? [one.digest] : [],
  )
}

/** Where the same file, byte for byte, would go out of another record with nothing redacted in it. */
function wholeFiles(
  db: Driver,
  ids: readonly number[],
  decisions: ReadonlyMap<number, ReviewDecision>,
  files: ReadonlyMap<Digest, RecordId>,
): Hit[] {
  return filesAmong(db, ids, [...files.keys()]).flatMap(({ record: id, digest, name }): Hit[] => {
    const redactedIn = files.get(digest)
    const own = filesOf(decisions.get(id)?.redactions ?? [])
    if (redactedIn === undefined || own.includes(digest)) return []
    const record = RecordId.parse(id)
    const words = name.replace(/^.*[/\\]/, '')
    return [{ record, redactedIn, words, phrase: digest, shown: `${words}, with nothing redacted in it`, isFile: true }]
  })
}

/** Where one record says the words as it would be released, and which of the files it holds. */
export function hitsIn({ reading, decisions }: Asked, { record, sought, files }: Perhaps): Hit[] {
  const said = sought.length === 0 ? null : reading.released(record, decisions.get(record))
  if (said === null) return [...files]
  const asWritten = said.map(({ text, searched }) => ({ text, within: searchable(searched) }))
  const unspaced = sought.some(({ words }) => isUnspaced(words))
    ? said.map(({ searched }) => closedUp(searched)).map((text) => ({ text, within: searchable(text) }))
    : []
  const found = sought.flatMap(({ words, phrase, record: redactedIn }): Hit[] => {
    const wanted = plainPhrase(words)
    for (const { text, within } of isUnspaced(words) ? [...asWritten, ...unspaced] : asWritten) {
      const [first] = stretchesIn(within, wanted)
      if (first === undefined) continue
      const shown = text.slice(Math.max(0, first.from - AROUND), first.to + AROUND)
      return [{ record, redactedIn, words, phrase, shown, isFile: false }]
    }
    return []
  })
  return [...found, ...files]
}

/** Without spaces, as words of a script without them are found where a line, or a blank, parts them: the search of the packet does so, too. */
function closedUp(text: string): string {
  return text.replace(/\s+/g, '')
}
