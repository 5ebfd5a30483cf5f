// The page on which a purge is approved: the default chain of three, each bound to the digest (Gov. Code 34090; law.md §3.3).
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import type { DrawnUp } from '../plan/draw-up.ts'

const CHAIN = [
  {
    role: 'Head of the department',
    says: 'The records listed are under my charge and are no longer required.',
  },
  {
    role: 'City Attorney',
    says: 'I consent in writing to the destruction of the records listed (Gov. Code 34090). No litigation, claim or hold known to me requires any of them.',
  },
  {
    role: 'City Clerk',
    says: 'The records listed are eligible under the schedule named, which the council approved by resolution.',
  },
] as const

/** Draws the lines to sign. A signature made here is of this digest and of no other plan. */
export async function drawApproval(doc: Doc, { head, digest, tally, executable }: DrawnUp): Promise<void> {
  await doc.pageBreak()
  await doc.heading(2, 'Approval')
  await doc.banner(
    'warning',
    executable
      ? 'Not yet approved.'
      : 'Not yet approved. This report cannot be executed; see the notes on its first page.',
  )
  await doc.paragraph([
    {
      text: `${amount(tally.counts.eligible, 'record')} as of ${readableDay(head.asOf)}, under ${head.schedule.resolution}. Each approval is of the plan with the digest `,
    },
    { text: digest, mono: true },
    {
      text: ' and of no other. A record that has changed by the day of destruction, or that a hold covers by then, is left out.',
    },
  ])
  for (const { role, says } of CHAIN) {
    await doc.heading(3, role)
    await doc.paragraph(says)
    await doc.facts([
      ['Status', [{ text: 'not yet approved', bold: true, colour: 'warning' }]],
      ['Name and title', BLANK],
      ['Signature', BLANK],
      ['Date', BLANK],
    ])
  }
}

/** An empty line of some height, to be written on. */
const BLANK = '\n'
