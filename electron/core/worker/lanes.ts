// Which jobs wait for one another: those that change the same things, and whatever copies beside whatever takes away.

/** Jobs that bring, move, take away or destroy what was received. */
const TAKING_IN = new Set([
  'intake.import',
  'intake.undo',
  'intake.withdraw',
  'intake.move',
  'intake.reparse',
  'hand.enter',
  'produced.import',
  'record.remove',
  'purge.execute',
])

/** Jobs that decide on many records. */
const DECIDING = new Set(['classify.rules', 'classify.search', 'bulk.undo'])

/** Jobs that take bytes of records away. */
const TAKING_AWAY = new Set(['intake.undo', 'intake.withdraw', 'record.remove', 'purge.execute'])

/** Jobs that register a copy at their end: of what they had read by then. */
const COPYING = new Set([
  'accession.print',
  'attachment.save',
  'capture.save',
  'destruction.save',
  'handover.print',
  'hold.notice',
  'letter.docx',
  'letter.print',
  'list.write',
  'packet.build',
  'packet.certificate',
  'packet.draft',
  'packet.open',
  'packet.paper',
  'packet.portal',
  'packet.save',
  'purge.page',
  'purge.plan',
  'record.export',
  'record.print',
  'removed.export',
  'report.quarter',
  'request.calendar',
  'response.print',
  'review-copy.make',
  'schedule.question',
  'search.hits',
  'search.print',
  'transfer.make',
  'vault.backup',
  'vault.backup-sealed',
])

/**
 * Whether one of two kinds of jobs waits for the other. A copy that is under way while records are destroyed would be in no certificate, and would
 * find packages changed that it has still to copy.
 */
export function waitForOneAnother(one: string, other: string): boolean {
  if (laneOf(one) === laneOf(other)) return true
  return (TAKING_AWAY.has(one) && COPYING.has(other)) || (COPYING.has(one) && TAKING_AWAY.has(other))
}

/** Jobs that change the same things wait for one another, as do jobs of one kind. */
function laneOf(kind: string): string {
  if (TAKING_IN.has(kind)) return 'intake'
  return DECIDING.has(kind) ? 'deciding' : kind
}
