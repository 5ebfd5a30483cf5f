// Words that are redacted in one record and stand in another that is released (a person called May, and the month), and files likewise.
import { createHash } from 'node:crypto'
import { type Digest, RecordId } from '../../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { textsOf } from '../../../../shared/domain/record/record-texts.ts'
import { documentsOf, textOfPage, wordsOutside } from '../../../../shared/domain/review/file-page.ts'
import { groundKeys, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import { phrasesOf, redactRecord } from '../../../../shared/domain/review/redact-record.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { isUnspaced, plainPhrase, searchable, stretchesIn } from '../../../../shared/text/occurrences.ts'
import { phraseFinder } from '../../../../shared/text/phrases.ts'
import { withoutMarks } from '../../../../shared/text/redact.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { filesAmong, saidBy, withPages } from '../../vault/record/said.ts'
import { filePages } from '../../vault/repository/review/made-file.ts'
import { sourceOf } from '../packet/native.ts'
import { textsOfSource } from '../proof/read-back.ts'

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

interface RedactedWords {
  readonly words: string
  readonly phrase: Digest
  readonly record: RecordId
}

const AROUND = 40

/** By which words are known that stay: SHA-256 of them as they are folded for searching. */
export function phraseDigest(words: string): Digest {
  return digestOf(createHash('sha256').update(fold(words).toLowerCase().trim()).digest())
}

/** All words that the decisions take out, each once. */
export function redactedWords(db: Driver, decisions: Iterable<ReviewDecision>): RedactedWords[] {
  const found = new Map<Digest, RedactedWords>()
  for (const decision of decisions) addWords(db, decision, found)
  return [...found.values()]
}

/** The same, letting others have their turn. @param turn is awaited between two decisions */
export async function redactedInTurns(
  db: Driver,
  decisions: Iterable<ReviewDecision>,
  turn: () => Promise<void>,
): Promise<RedactedWords[]> {
  const found = new Map<Digest, RedactedWords>()
  for (const decision of decisions) {
    addWords(db, decision, found)
    await turn()
  }
  return [...found.values()]
}

function addWords(
  db: Driver,
  { record, outcome, redactions }: ReviewDecision,
  found: Map<Digest, RedactedWords>,
): void {
  const detail = outcome === 'redact' ? recordDetail(db, record) : null
  if (detail === null) return
  for (const { words } of phrasesOf(detail, keyed(redactions, groundKeys().keyOf))) {
    const phrase = phraseDigest(words)
    if (!found.has(phrase)) found.set(phrase, { words, phrase, record })
  }
}

/** What the documents of a record say where no box lies, page by page; those that go whole say nothing. */
function textsOfDocuments(db: Driver, detail: RecordDetail, decision: ReviewDecision | undefined): string[] {
  const redactions = decision?.redactions ?? []
  return documentsOf(detail).flatMap(({ digest }) => {
    if (redactions.some((one) => one.field === 'media' && one.digest === digest && one.boxes.length === 0)) return []
    const boxed = redactions.flatMap((one) => (one.field === 'page' && one.digest === digest ? [one] : []))
    return filePages(db, digest).map(({ page, words }) => {
      const boxes = boxed.flatMap((one) => (one.page === page ? one.boxes : []))
      return textOfPage(wordsOutside(words, boxes))
    })
  })
}

/** What the native file of a record holds: the source of every version, where nothing of it is redacted. */
export function textsOfSources(db: Driver, detail: RecordDetail, decision?: Pick<ReviewDecision, 'outcome'>): string[] {
  if (decision?.outcome === 'redact') return []
  const versions = detail.versions.map((version) => ({ version, media: [] }))
  return sourceOf(db, detail, versions).flatMap(({ fragments }) =>
    fragments.flatMap(({ shown }) => textsOfSource(Buffer.from(shown).toString('utf8'))),
  )
}

/** So many records are read at once. */
const AT_ONCE = 64

/**
 * Where redacted words stand in records as they would be released, a few records at a time.
 * @param ids in the order in which they are told
 * @param kept `record phrase` of what stays by decision
 */
export function* hitsAmong(
  db: Driver,
  ids: readonly number[],
  decisions: ReadonlyMap<number, ReviewDecision>,
  all: readonly RedactedWords[],
  kept: ReadonlySet<string>,
): Generator<readonly Hit[]> {
  const find = phraseFinder(all.map(({ words }) => plainPhrase(words)))
  const findUnspaced = phraseFinder(all.map(({ words }) => (isUnspaced(words) ? plainPhrase(words) : '')))
  const isAnyUnspaced = all.some(({ words }) => isUnspaced(words))
  const foundIn = (said: string) => {
    const unspaced = isAnyUnspaced ? findUnspaced(searchable(closedUp(said))).keys() : []
    return new Set([...find(searchable(said)).keys(), ...unspaced])
  }
  const files = redactedFiles(decisions.values())
  if (all.length === 0 && files.size === 0) return
  const asked = ids.filter((id) => {
    const outcome = decisions.get(id)?.outcome
    return outcome !== 'withhold' && outcome !== 'not-responsive'
  })
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const some = asked.slice(at, at + AT_ONCE)
    const said = saidBy(db, some)
    const paged = withPages(db, some)
    const whole = Map.groupBy(wholeFiles(db, some, decisions, files), ({ record }) => record)
    yield some.flatMap((id) => {
      const held = (whole.get(RecordId.parse(id)) ?? []).filter(({ phrase }) => !kept.has(`${id} ${phrase}`))
      // Most records say none of the words in any form: only the others are read whole, and as they would be released.
      const perhaps = paged.has(id) ? all.keys() : foundIn(said.get(id) ?? '')
      const sought = [...perhaps]
        .sort((one, other) => one - other)
        .flatMap((place) => all[place] ?? [])
        .filter(({ phrase }) => !kept.has(`${id} ${phrase}`))
      const detail = sought.length === 0 ? null : recordDetail(db, RecordId.parse(id))
      return detail === null ? held : [...hitsIn(db, detail, decisions.get(id), sought), ...held]
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

/** Where redacted words stand in one record as it would be released. */
function hitsIn(
  db: Driver,
  detail: RecordDetail,
  decision: ReviewDecision | undefined,
  sought: readonly RedactedWords[],
): Hit[] {
  const keys = groundKeys()
  const redactions = keyed(decision?.redactions ?? [], keys.keyOf)
  const released = redactions.length > 0 ? redactRecord(detail, redactions) : detail
  const grounds = keys.grounds().length
  const said = [
    ...textsOf(released),
    // As a packet writes them side by side.
    ...released.versions.flatMap(({ links }) => links.map(({ shown, target }) => `${shown} → ${target}`)),
    ...textsOfDocuments(db, detail, decision),
    ...textsOfSources(db, detail, decision),
  ]
  const asWritten = said.map((text) => ({ text, within: searchable(withoutMarks(text, grounds)) }))
  const unspaced = sought.some(({ words }) => isUnspaced(words))
    ? said.map((text) => closedUp(withoutMarks(text, grounds))).map((text) => ({ text, within: searchable(text) }))
    : []
  return sought.flatMap(({ words, phrase, record: redactedIn }): Hit[] => {
    const wanted = plainPhrase(words)
    for (const { text, within } of isUnspaced(words) ? [...asWritten, ...unspaced] : asWritten) {
      const [first] = stretchesIn(within, wanted)
      if (first === undefined) continue
      const shown = text.slice(Math.max(0, first.from - AROUND), first.to + AROUND)
      return [{ record: RecordId.parse(detail.id), redactedIn, words, phrase, shown, isFile: false }]
    }
    return []
  })
}

/** Without spaces, as words of a script without them are found where a line, or a blank, parts them: the search of the packet does so, too. */
function closedUp(text: string): string {
  return text.replace(/\s+/g, '')
}
