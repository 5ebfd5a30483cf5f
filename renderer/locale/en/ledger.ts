// English strings of the room Ledger.
import { translator } from '../t.ts'

export const en = {
  title: 'Ledger',
  about:
    'The log of all that was done, chained and never changed. It keeps no names or words: names here come from the register.',
  entries: 'Entries, newest first',
  none: 'The ledger is empty',
  seq: 'No. {seq}',
  head: 'Head of the chain: {hash}',
  byVault: 'Muniment',
  hash: 'Hash of this entry: {hash}',
} as const

const events = {
  'handover.give': 'Handed over',
  'handover.take': 'Taken over',
  'vault.move': 'Vault moved away',
  'vault.arrive': 'Vault opened where it was moved to',
  'vault.move-call-off': 'Move of the vault called off',
  'person.add': 'Person added',
  'person.change': 'Person changed',
  'person.end': 'Person ended',
  'calendar.close': 'Closure day entered',
  'calendar.reopen': 'Closure day taken back',
  'calendar.year': 'Holidays entered',
  'account.add': 'Account registered',
  'account.remind': 'Reminder set',
  'inbox.choose': 'Inbox folder chosen',
  'schedule.import': 'Schedule loaded',
  'rules.save': 'Rules saved',
  'classify.assign': 'Series assigned',
  'classify.decide': 'Series assigned by rules',
  'classify.records': 'Series assigned',
  'hold.place': 'Hold placed',
  'hold.release': 'Hold released',
  'request.open': 'Request entered',
  'packet.freeze': 'Production frozen',
  'packet.issue': 'Packet issued',
  'packet.copied': 'Packet saved',
  'packet.withdraw': 'Packet withdrawn',
  'purge.store': 'Purge report made',
  'copy.register': 'Copy registered',
  'vault.copied': 'Backup made',
  'job.create': 'Job begun',
  'job.begin': 'Job started',
  'job.end': 'Job ended',
  'job.cancel': 'Job cancelled',
  'job.resume': 'Job resumed',
  'job.undo': 'Job undone',
  'intake.begin': 'Import begun',
  'intake.store': 'Records stored',
  'intake.objects': 'Files stored',
  'intake.complete': 'Import completed',
  'intake.take-back': 'Import taken back',
  'record.strike': 'Records destroyed',
  'record.unmask': 'Masked part of a source shown',
} as const

const t = translator(events)

/** What was done, in a clerk's words; an event of another version by the name that the vault gives it. */
export function eventWord(kind: string): string {
  return isKnown(kind) ? t(kind) : kind
}

function isKnown(kind: string): kind is keyof typeof events {
  return Object.hasOwn(events, kind)
}
