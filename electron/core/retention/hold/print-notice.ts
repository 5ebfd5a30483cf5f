// The notice to those who run the accounts under a hold, a page for each of them: nothing is to be deleted. It bears the public label and nothing of the matter.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { BLANK } from '../../typeset/blank.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'

/** What the notice is made of. `accounts`: those that the hold covers, with who answers for each. */
export interface HoldNotice {
  readonly city: string
  readonly on: LocalDate
  readonly at: number
  readonly label: string
  readonly orderedBy: string
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly accounts: readonly { readonly name: string; readonly department: string; readonly liaison: string }[]
  readonly practice: boolean
}

const ASKED = [
  'Do not delete, hide, archive or edit posts, comments, messages, stories or pictures of these accounts, and do not block or remove people from them without asking.',
  'Do not close, rename or hand over an account, and switch off whatever deletes by itself: vanishing messages, stories without an archive, apps that clean up.',
  'Keep what lies elsewhere, too: drafts, scheduled posts, files from which posts were made, messages about them on your own devices and accounts.',
  'Say so at once if something was deleted, even by mistake: it can often be had back for some days.',
] as const

/** Writes the notice, a page for each liaison with the accounts that this one runs, and ends `out`. Returns its number of pages. */
export async function printHoldNotice(out: Writable, notice: HoldNotice): Promise<number> {
  const { city, label, practice } = notice
  const title = 'Do not delete: these accounts are under a hold'
  const doc = createDocument(out, {
    ...{
      title,
      lang: 'en-US',
      author: city,
      createdAt: new Date(notice.at),
      footer: `${city} · ${label} · do not delete`,
    },
    practice,
  })
  const pages = Map.groupBy(notice.accounts, ({ liaison }) => liaison.trim())
  const [first, ...more] = [...pages].sort(
    ([one], [other]) => Number(one === '') - Number(other === '') || compare(one, other),
  )
  await drawPage(doc, notice, first ?? ['', []])
  for (const page of more) {
    await doc.pageBreak()
    await drawPage(doc, notice, page)
  }
  return (await doc.finish()).pages
}

type Page = readonly [liaison: string, accounts: HoldNotice['accounts']]

async function drawPage(doc: Doc, notice: HoldNotice, [liaison, accounts]: Page): Promise<void> {
  const { city, on, label, orderedBy, from, to } = notice
  await doc.heading(1, 'Do not delete')
  await doc.paragraph(`${city} · ${readableDay(on)}`, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.banner(
    'warning',
    'A hold is in force. Nothing of the accounts below may be deleted or changed until it is released in writing.',
  )
  await doc.facts([
    ['To', liaison || 'whoever runs these accounts: the register names no liaison for them'],
    ['Hold', label],
    ['Ordered by', orderedBy],
    ['Covers', periodOf(from, to)],
  ])
  await doc.heading(2, 'Accounts')
  if (accounts.length === 0) await doc.paragraph('Every account of the City, on every platform.')
  else {
    await doc.table({
      columns: [
        { header: 'Account', width: 4 },
        { header: 'Department', width: 4 },
      ],
      rows: accounts.map(({ name, department }) => [name, department]),
    })
  }
  await doc.heading(2, 'What is asked of you')
  await doc.list(ASKED)
  await doc.paragraph(
    'The Records office makes a copy of what is there now. Its own retention schedule waits as long as the hold does.',
  )
  await doc.facts([
    ['Received by', BLANK],
    ['Date and signature', BLANK],
  ])
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1
}

function periodOf(from: LocalDate | null, to: LocalDate | null): string {
  if (from === null && to === null) return 'everything, past and to come'
  if (to === null && from !== null) return `everything since ${readableDay(from)}`
  return `${from === null ? 'everything' : `from ${readableDay(from)}`} to ${to === null ? 'today' : readableDay(to)}`
}
