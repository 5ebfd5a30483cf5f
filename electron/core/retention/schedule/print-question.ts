// The question to the City Clerk and the City Attorney where the schedule has no series for social media: one page to be answered on.
import type { Writable } from 'node:stream'
import type { ScheduleDraft } from '../../../../shared/domain/schedule/schedule.ts'
import { type Instant, readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { createDocument } from '../../typeset/document.ts'

/** What the page is made of; `records`: how many the vault holds. */
export interface Question {
  readonly city: string
  readonly zone: string
  readonly at: Instant
  readonly schedule: Pick<ScheduleDraft, 'name' | 'resolution' | 'series'>
  readonly records: number
  readonly practice: boolean
}

const ASKED = [
  [
    'Which series',
    'Under which series do posts, comments and messages fall, or is a series to be added by resolution?',
  ],
  ['How long', 'How long are they kept, and from when: the end of the calendar year, of the fiscal year, or an event?'],
  ['What together', 'Is a post kept with its whole thread, aged from the last comment, or each item by itself?'],
  ['Protected kinds', 'Can they hold records of Gov. Code 34090(a), (b), (c) or (e)? If so, which?'],
] as const

/** Writes the page and ends `out`. Returns its number of pages. */
export async function printQuestion(out: Writable, question: Question): Promise<number> {
  const { city, zone, at, schedule, records, practice } = question
  const title = 'How long are social media records kept?'
  const doc = createDocument(out, {
    ...{ title, lang: 'en-US', author: city, createdAt: new Date(at), footer: `${city} · ${title}` },
    practice,
  })
  await doc.heading(1, title)
  await doc.paragraph(`To the City Clerk and the City Attorney of the ${city}`, {
    size: 12,
    colour: 'muted',
    spaceAfter: 10,
  })
  await doc.paragraph(
    `The retention schedule “${schedule.name}” (${schedule.resolution}, ${amount(schedule.series.length, 'series', 'series')}) names no series for social media. The City keeps ${amount(records, 'record')} of its accounts as of ${readableInstant(at, zone)}. Until this is decided, none of them can become due, and none is taken to fall under another series (Gov. Code 34090).`,
  )
  for (const [name, asked] of ASKED) {
    await doc.heading(2, name)
    await doc.paragraph(asked)
    await doc.facts([['Answer', BLANK]])
  }
  await doc.facts([
    ['City Clerk', 'Signature and date: ______________________________'],
    ['City Attorney', 'Signature and date: ______________________________'],
  ])
  return (await doc.finish()).pages
}

/** An empty line of some height, to be written on. */
const BLANK = '\n\n'
