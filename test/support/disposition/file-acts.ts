// What is done with the office's own files in a game: series are chosen, holds name them, something is entered, packets are issued, entries kept.

import requestMessage from '../../../electron/core/disclosure/commands/request.message.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import officeFileHold from '../../../electron/core/retention/commands/office-file.hold.ts'
import removedAct from '../../../electron/core/stewardship/commands/removed.act.ts'
import removedWrite from '../../../electron/core/stewardship/commands/removed.write.ts'
import attachmentPaste from '../../../electron/core/vault/commands/attachment.paste.ts'
import noteWrite from '../../../electron/core/vault/commands/note.write.ts'
import { insertSent } from '../../../electron/core/vault/repository/packet/production-seal.ts'
import { removedWrite as writing } from '../../../shared/contract/removed.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { producedPacket } from '../../integration/import/produced-packet.ts'
import type { Desk } from './desk.ts'
import { filesOf } from './file-law.ts'
import { covers } from './scope.ts'
import { codeOf, type SeriesName } from './series.ts'
import type { FileKind, FileKnown } from './state.ts'

const KINDS: readonly FileKind[] = ['packet', 'request-file', 'purge-plan', 'hold-file', 'removal-entry']
/** What the office chooses, how often each. */
const CHOICES: readonly SeriesName[] = ['post', 'post', 'message', 'claims', 'claims', 'minutes', 'mayor', 'laws']
/** Notes and papers are on some of them. */
const SUBJECTS: Partial<Record<FileKind, string>> = {
  'request-file': 'request',
  'purge-plan': 'plan',
  'hold-file': 'hold',
}

/** The office chooses the series of a kind of files, or of one file. */
export function chooseSeries(desk: Desk): void {
  const { dice, state } = desk
  const one = dice.once(2) ? dice.pick(state.files) : undefined
  const kind = one?.kind ?? dice.pick(KINDS) ?? 'packet'
  const drawn = dice.pick(CHOICES) ?? 'post'
  // A plan that nobody carried out is closed by the next: which days are its events is not played.
  const series = drawn === 'claims' && kind === 'purge-plan' ? 'post' : drawn
  choose(desk, kind, one?.id ?? null, series)
}

/** Chooses it. */
export function choose(desk: Desk, kind: FileKind, id: string | null, series: SeriesName): void {
  const startsOn = series === 'claims' ? 'closed' : null
  const by = { reason: 'as the clerk decided', second: desk.other }
  desk.command(officeFileChoose, { kind, id, series: codeOf[series], startsOn, ...by })
  desk.state.chosen[id === null ? kind : `${kind} ${id}`] = series
}

/** A hold names a file. */
export function nameFile(desk: Desk): void {
  const { dice, state } = desk
  const hold = dice.pick(state.holds)
  const file = dice.pick(state.files)
  if (hold === undefined || file === undefined) return
  desk.command(officeFileHold, { hold: hold.id, kind: file.kind, id: file.id })
  const key = `${file.kind} ${file.id}`
  if (hold.files.includes(key)) return
  hold.files.push(key)
  desk.touch(hold.request === null ? 'hold-file' : 'request-file', hold.request ?? String(hold.id))
}

/** Somebody writes in a file: a message, a note, a paper. */
export function writeInFile(desk: Desk): void {
  const { dice, state } = desk
  const file = dice.pick(state.files.filter(({ kind }) => SUBJECTS[kind] !== undefined))
  if (file === undefined) return
  const text = desk.name(`written in ${file.kind} ${file.id}, somewhat at length`)
  const subject = { kind: SUBJECTS[file.kind], id: file.id }
  if (file.kind === 'request-file' && dice.once(2)) {
    if (desk.isBehind) return
    const how = { direction: 'in', channel: 'email', about: 'general', on: desk.today, time: null }
    desk.command(requestMessage, { id: file.id, message: { ...how, party: 'Jane Ortiz', text } })
  } else if (dice.once(2)) desk.command(noteWrite, { subject, note: null, text })
  else desk.command(attachmentPaste, { subject, document: { name: 'paper.pdf', bytes: bytesOf(`%PDF-1.7 ${text}`) } })
  wrote(desk, file, text)
}

/** A packet of a few records is issued for a request that is open, or one that was issued goes out. */
export function issuePacket(desk: Desk): void {
  const { dice, state, vault, now } = desk
  const packet = dice.once(3) ? dice.pick(filesOf(state, 'packet')) : undefined
  if (packet !== undefined) {
    sendPacket(desk, packet)
    return
  }
  const request = dice.pick(state.requests.filter(({ open }) => open))
  const covered = state.records.filter((one) => request !== undefined && covers(request.scope, one))
  if (request === undefined || covered.length === 0) return
  const records = covered.slice(0, 1 + dice.below(3))
  const words = desk.name('a packet with words of its own, in which much is said')
  const ids = records.map((one) => RecordId.parse(one.id))
  const id = producedPacket(vault, request.id, ids, words, Instant.parse(now))
  desk.noteEntry('packet.seal')
  const about = records.map(({ native }) => native)
  desk.open('packet', id, { about, request: request.id, words: [words] })
}

function sendPacket(desk: Desk, packet: FileKnown): void {
  const sending = { on: LocalDate.parse(desk.today), time: null, how: 'email' as const, proof: 'as sent' }
  insertSent(desk.vault.db, Number(packet.id), sending, { at: Instant.parse(desk.now), by: desk.by })
  desk.noteEntry('packet.sent')
  desk.touch('packet', packet.id)
}

/** An entry of the removal log is begun, dismissed, taken up again. */
export function keepLog(desk: Desk): void {
  const { dice, state } = desk
  const file = dice.once(3) ? undefined : dice.pick(filesOf(state, 'removal-entry'))
  if (file !== undefined) {
    const act = file.open ? 'dismissed' : 'reopened'
    const words = desk.name(`written of removal ${file.id}, somewhat at length`)
    desk.command(removedAct, { id: Number(file.id), act, on: desk.today, by: 'Rosa Imai', words })
    file.open = !file.open
    file.closed = file.open ? null : desk.today
    wrote(desk, file, words)
    return
  }
  const known = new Set(filesOf(state, 'removal-entry').flatMap(({ about }) => about))
  const one = dice.pick(state.records.filter(({ native }) => !known.has(native)))
  if (one === undefined) return
  const reason = desk.name(`why ${one.native} was hidden, somewhat at length`)
  const said = {
    kind: 'content',
    thread: '',
    author: '',
    guidelineWords: '',
    reason,
    viewpoint: '',
    decidedBy: '',
    copy: '',
  }
  const { id } = writing.output.parse(desk.command(removedWrite, { id: null, account: null, record: one.id, said }))
  desk.open('removal-entry', String(id), { about: [one.native], words: [reason] })
}

function wrote(desk: Desk, file: FileKnown, words: string): void {
  file.words.push(words)
  desk.touch(file.kind, file.id)
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('base64')
}
