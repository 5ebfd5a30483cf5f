import { type CaptureOfRecord, captureOfRecord } from '../../../../shared/contract/replay.ts'
import { CaptureId } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { answer } from '../../vault/handler.ts'
import { capturesShowing, wordsOf } from '../../vault/repository/intake/observed.ts'
import { listedPages } from '../replay/listed-pages.ts'
import { indexOf } from '../replay/package-index.ts'

/** Captures that are looked through, the newest; the others are listed without their page. */
const MOST = 5
/** So many letters tell one post from another. */
const ENOUGH = 200

export default answer(captureOfRecord, async ({ db, folder }, { record }) => {
  const words = plain(wordsOf(db, record)).slice(0, ENOUGH)
  const found: CaptureOfRecord[] = []
  for (const [place, { id, at, accession }] of capturesShowing(db, record).entries()) {
    const index = place < MOST && words !== '' ? await indexOf(db, folder, accession) : null
    const pages = index === null ? [] : await listedPages(index)
    const page = pages.find(({ text }) => plain(text).includes(words))?.address ?? null
    found.push({ capture: CaptureId.parse(id), at: Instant.parse(at), page })
  }
  return found
})

/** Words as they follow one another, whatever lies between them on a page. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
