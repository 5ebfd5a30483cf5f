// Owns what is known of an archive's captures before they are read one by one: which media pages show, what later captures say is unchanged.
import { LARGEST_HELD } from '../../../../../shared/domain/capture/capture.ts'
import type { Claims } from '../../kit/claims.ts'
import { once } from '../../kit/once.ts'
import type { Survey } from '../../kit/peek.ts'
import { captureBook, type Medium, type Original, type Reference } from './capture-book.ts'
import { classOf } from './classify.ts'
import { contentOf, isLarge, measured, streamOf } from './content.ts'
import { eachRecord, warcFiles } from './files.ts'
import { answerOf } from './http.ts'
import { listedTitles } from './listed-titles.ts'
import { readPage, type Shown } from './page.ts'
import { readerOf } from './reader-of.ts'
import { stampOf } from './stamp.ts'
import { atMost, readText } from './text.ts'

export interface Captures {
  /** The capture of a picture, film or sound that is nearest in time; null where there is none. */
  mediaAt(address: string, stamp: string): Medium | null
  /** Addresses of media whose last step is this name, as far as anything shows them. */
  mediaCalled(base: string): readonly string[]
  /** What an answer of an API said that others are read by. */
  noted(key: string): string | null
  /** Whether a page shows the medium under an address. */
  isShown(uri: string): boolean
  /** The records whose content is kept as files, by file and place, each content once. */
  readonly kept: ReadonlyMap<string, Buffer>
  /** What a revisit found unchanged; null where the archive does not hold it. */
  originalOf(reference: Reference): Original | null
  /** Whether anything was captured under an address at a time (`20261129085900`), or ever. */
  holds(uri: string, stamp: string | null): boolean
  /** What the archive's own lists call a page that was captured under an address; `''` where they do not. */
  titleOf(uri: string, stamp: string): string
}

/** Letters of unchanged pages that are held in memory. */
const MOST_TEXT = 32 << 20

/** Looks through all WARC files of an export, once. Throws the signal's reason. */
export const capturesOf = once(look)

async function look(survey: Survey, claims: Claims, signal: AbortSignal): Promise<Captures> {
  const book = captureBook()
  const files = warcFiles(claims)
  const titleOf = await listedTitles(survey, claims, signal)
  await eachRecord(survey, files, signal, async (record, place) => {
    const uri = record.field('WARC-Target-URI')
    const stamp = stampOf(record.field('WARC-Date'))
    if (record.type === 'revisit') return book.revisit(record, uri, stamp)
    if (record.type !== 'response' && record.type !== 'resource') return
    book.seen(uri, stamp)
    const answer = await answerOf(record)
    const reader = readerOf(record, answer)
    if (reader !== undefined) {
      const noted = (key: string) => book.noted(`${reader.name} ${key}`)
      const streamed = isLarge(answer) ? (reader.streamed?.({ url: uri, noted }) ?? null) : null
      if (streamed !== null) {
        const { shows, notes } = await streamed.look(streamOf(answer, '').chunks, signal)
        book.shows(shows)
        for (const [key, value] of notes) book.note(`${reader.name} ${key}`, value)
        return
      }
      const { bytes } = await contentOf(answer, '', LARGEST_HELD)
      if (bytes === null) return
      book.shows(reader.shows({ url: uri, bytes, field: answer.field, noted }))
      for (const [key, value] of reader.notes?.({ url: uri, bytes }) ?? []) book.note(`${reader.name} ${key}`, value)
      return
    }
    const { is } = classOf(answer, uri)
    if (is === 'other') {
      const target = URL.parse(answer.field('Location'), uri)
      if (target !== null && (answer.status ?? 0) >= 300 && (answer.status ?? 0) < 400) book.redirect(uri, target.href)
      return
    }
    const content = await (is === 'page' || is === 'text' ? contentOf : measured)(answer, '')
    if (content.size === 0) return
    const page = is === 'page' && content.bytes !== null ? readPage(content.bytes, answer.charset, uri) : null
    const title = page?.title ?? ''
    const whole = page !== null || (is === 'text' && content.bytes !== null)
    const { sha256 } = content
    const date = record.field('WARC-Date')
    const original = { uri, date, stamp, sha256, is, mime: answer.mime, title, text: '' }
    book.capture(record, place, original, whole, shownOf(page, uri))
  })
  const wanted = book.wantedTexts()
  let room = MOST_TEXT
  if (wanted.size > 0)
    await eachRecord(survey, files, signal, async (record, place) => {
      const original = wanted.get(`${place} ${record.start}`)
      if (original === undefined || room <= 0) return
      const answer = await answerOf(record)
      const { bytes } = await contentOf(answer, '')
      if (bytes === null) return
      original.text = atMost(
        original.is === 'page' ? readPage(bytes, answer.charset, original.uri).text : readText(bytes, answer.charset),
      )
      room -= original.text.length
    })
  return { ...book.closed(), titleOf }
}

/** Browsers that capture keep a picture of the page as it looked, under an address of their own. */
function shownOf(page: { readonly shows: readonly Shown[] } | null, uri: string): readonly string[] {
  return page === null ? [] : [...page.shows.map(({ address }) => address), `urn:view:${uri}`]
}
