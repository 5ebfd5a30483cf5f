// Long work in words: how far, how fast, how long still.
import type { Job } from '../../shared/domain/job.ts'
import { formatBytes, formatCount, formatSeconds, formatShare } from './number.ts'
import { translator } from './t.ts'

const t = translator({
  of: '{done} of {total} {unit}',
  soFar: '{done} {unit} so far',
  bytesOf: '{done} of {total}',
  bytesSoFar: '{done} so far',
  inAll: '{done} {unit}',
  rate: '{rate} {unit} a second',
  bytesRate: '{rate} a second',
  left: '{time} left',
  queued: 'Waiting for its turn',
  running: 'Under way',
  succeeded: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
})

const kinds = {
  'intake.import': 'Import',
  'capture.run': 'Capture',
  'capture.sign-in': 'Signing in for captures',
  'capture.sign-out': 'Signing out',
  'credential.try': 'Trying a log-in',
  'hand.enter': 'Entry by hand',
  'produced.import': 'Items produced by an employee',
  'intake.undo': 'Undoing an import',
  'accession.print': 'Reconciliation as PDF',
  'classify.rules': 'Classification by rules',
  'classify.search': 'Classification by a search',
  'attachment.add': 'Attaching files',
  'attachment.save': 'Attached file saved',
  'restriction.found': 'Restricting what a search finds',
  'bulk.undo': 'Taking a classification back',
  'packet.build': 'Disclosure packet',
  'packet.open': 'Withheld fields opened',
  'packet.save': 'Disclosure packet, issued again',
  'packet.portal': 'Packet for a portal',
  'packet.paper': 'Packet on paper',
  'packet.certificate': 'Custodian’s declaration',
  'letter.print': 'Letter as PDF',
  'schedule.question': 'Question on social media as PDF',
  'request.calendar': 'Calendar file of deadlines',
  'purge.plan': 'Purge report',
  'list.write': 'List',
  'record.export': 'List of records',
  'record.print': 'One record as PDF',
  'vault.backup': 'Backup',
  'vault.backup-sealed': 'Encrypted backup',
  'vault.verify': 'Check of the vault',
  'zone.change': 'Change of the time zone',
} as const
const ofKinds = translator(kinds)

/** What a job is, and of what where it says. */
export function workTitle(job: Pick<Job, 'kind' | 'label'>): string {
  const kind = isKnown(job.kind) ? ofKinds(job.kind) : job.kind
  return job.label === '' || job.label === job.kind ? kind : `${kind}: ${job.label}`
}

function isKnown(kind: string): kind is keyof typeof kinds {
  return Object.hasOwn(kinds, kind)
}

/** A job's state in a word. */
export function stateWord(state: Job['state']): string {
  return t(state)
}

/** How far a job has come, its rate and the time left: those that are known. */
export function workFacts(job: Job): string[] {
  if (job.state === 'queued') return [t('queued')]
  const bytes = job.unit === 'bytes'
  const amount = bytes ? formatBytes : formatCount
  const done = amount(job.done)
  const unit = job.unit
  if (job.state === 'succeeded') return job.done === 0 ? [] : [bytes ? done : t('inAll', { done, unit })]
  const facts: string[] = []
  if (job.total !== null) {
    const total = amount(job.total)
    facts.push(bytes ? t('bytesOf', { done, total }) : t('of', { done, total, unit }))
  } else if (job.done > 0) facts.push(bytes ? t('bytesSoFar', { done }) : t('soFar', { done, unit }))
  if (job.state !== 'running') return facts
  if (job.rate) {
    const rate = amount(Math.round(job.rate))
    facts.push(bytes ? t('bytesRate', { rate }) : t('rate', { rate, unit }))
  }
  if (job.secondsLeft !== null) facts.push(t('left', { time: formatSeconds(job.secondsLeft) }))
  return facts
}

/** The share of a job that is done, `42%`; null while its size is unknown. */
export function workShare(job: Job): string | null {
  return job.total === null || job.total === 0 ? null : formatShare(Math.min(1, job.done / job.total))
}
