// Copies of records besides the vault's own: in packets that are kept, in files that were written outside, on the platform.
import { z } from 'zod'

/** Kinds of what was issued or copied, as the register has them. */
export const CopyKind = z.enum([
  'packet',
  'draft',
  'opening',
  'purge-report',
  'certificate',
  'reconciliation',
  'backup',
  'migration-copy',
  'record-list',
  'deadlines',
  'letter',
  'list',
  'record',
  'attachment',
  'reading-copy',
  'retired-vault',
  'handover',
  'review-copy',
  'schedule-question',
  'removal-log',
  'response-report',
  'quarter-report',
  'transfer',
  'hold-notice',
  'capture',
])
export type CopyKind = z.infer<typeof CopyKind>

/** What each kind is called where it may hold words of records; null where it never does, or is destroyed with the records. */
export const copyWords: Readonly<Record<CopyKind, string | null>> = {
  packet: 'a packet, or a part of one',
  draft: 'a draft of a packet',
  opening: 'an opening of a packet',
  'purge-report': 'a purge report',
  certificate: null,
  reconciliation: 'a reconciliation',
  backup: 'a backup of the vault',
  'migration-copy': null,
  'record-list': 'a list of records',
  deadlines: null,
  letter: 'a letter',
  list: 'a list',
  record: 'a printed record',
  attachment: 'an attached file that was saved',
  'reading-copy': 'a copy of the vault for reading',
  'retired-vault': 'the vault that was moved away from',
  handover: 'a hand-over list',
  'review-copy': 'an encrypted review copy',
  'schedule-question': null,
  'removal-log': 'a copy of the log of removed posts',
  'response-report': 'a report on response times',
  'quarter-report': 'a report of a quarter',
  transfer: 'a bag for the archive',
  'hold-notice': null,
  capture: 'a capture that was saved',
}

/** Kinds that hold the whole vault as it was: a record that was there then is in them. */
export const WHOLE_VAULT: readonly CopyKind[] = ['backup', 'reading-copy', 'retired-vault']
