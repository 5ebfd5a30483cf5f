// The page on which a purge is approved: the chain of the office, each bound to the digest (Gov. Code 34090; law.md §3.3).
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { type ApprovalRole, approvalWords } from '../../../../shared/domain/disposition/approval.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { BLANK } from '../../typeset/blank.ts'
import type { Doc } from '../../typeset/document.ts'
import { drawHeldConsent } from '../approval/held-consent.ts'
import { departmentsInWords } from '../plan/departments.ts'
import type { DrawnUp } from '../plan/draw-up.ts'

/** Draws the lines to sign. A signature made here is of this digest and of no other plan. */
export async function drawApproval(
  doc: Doc,
  { head, digest, tally, executable }: DrawnUp,
  chain: readonly ApprovalRole[],
): Promise<void> {
  const departments = departmentsInWords(head.departments)
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
  for (const role of chain) {
    const { office, says } = approvalWords[role]
    await doc.heading(3, office)
    await doc.paragraph(says[kindOfPlan(head)], { withNext: true })
    await doc.facts([
      ...(role === 'department-head' && departments !== null ? [['Of', departments] as const] : []),
      ['Plan (SHA-256)', [{ text: digest, mono: true }]],
      ['Status', [{ text: 'not yet approved', bold: true, colour: 'warning' }]],
      ['Name and title', BLANK],
      ['Signature', BLANK],
      ['Date', BLANK],
    ])
    if (role === 'city-attorney') await drawHeldConsent(doc, head.packages, digest)
  }
}
