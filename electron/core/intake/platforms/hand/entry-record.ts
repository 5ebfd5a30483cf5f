// Owns making a record of an entry by hand.
import { hash } from 'node:crypto'
import { TZDate } from '@date-fns/tz'
import { type HandEntry, precisionOf } from '../../../../../shared/domain/intake/hand-entry.ts'
import { HAND_MADE } from '../../../vault/record/candidates.ts'
import type { Outcome } from '../../draft.ts'
import { FILES, type HandSheet } from '../../hand-package.ts'
import { record } from '../../kit/draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { NO_TIME, type TimeFields } from '../../kit/time.ts'
import type { Mail } from './mail.ts'

/** The record of a sheet; the words of a mail stand in where the clerk typed none. */
export function entryOutcome(sheet: HandSheet, mails: ReadonlyMap<string, Mail>, media: MediaFinder): Outcome {
  const { entry } = sheet
  const read = sheet.files.flatMap((name) => mails.get(`${FILES}/${name}`) ?? [])
  const text = entry.text.trim() === '' ? read.map(({ text: words }) => words).join('\n\n') : entry.text
  const outcome = record({
    kind: entry.kind,
    id: entry.nativeId || sheet.numberInLink,
    key: `${HAND_MADE}${entry.author} ${hash('sha256', text).slice(0, 16)}`,
    time: timeOf(entry, sheet.zone),
    author: entry.author,
    conversation: entry.conversation || null,
    parent: entry.parent || null,
    state: entry.state,
    text,
    links: entry.link === null ? [] : [{ shown: entry.link, target: entry.link }],
    details: {
      takenInBy: 'hand',
      capturedBy: entry.capturedBy,
      capturedHow: entry.capturedHow,
      notAvailable: Object.keys(entry.absent).length > 0 ? entry.absent : undefined,
      mails: read.map(({ subject, from, date }) => ({ subject, from, date })),
    },
    content: { text, author: entry.author, at: entry.at, link: entry.link, files: sheet.files },
    media: sheet.files.map((name) => media.file({ uri: `${FILES}/${name}` })),
  })
  if (outcome.type !== 'record') return outcome
  return { type: 'record', draft: { ...outcome.draft, identity: outcome.draft.identity === 'id' ? 'hand-id' : 'hand' } }
}

/** The beginning of what the date names, in the zone it is meant in. */
function timeOf({ at }: HandEntry, zone: string): TimeFields {
  if (at === null) return NO_TIME
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = at.split(/[-T:]/).map(Number)
  const instant = new TZDate(year, month - 1, day, hour, minute, second, zone).getTime()
  return { at: instant, atSource: at, precision: precisionOf(at), sourceZone: zone }
}
