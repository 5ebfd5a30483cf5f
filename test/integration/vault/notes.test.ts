// What a clerk can rely on for notes and attached files: nothing is overwritten, bytes are kept and checked, and what cannot be taken is refused whole.
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import {
  attachmentAdd,
  attachmentPaste,
  attachmentSave,
  attachmentTakeBack,
  noteCounts,
  noteList,
  noteTakeBack,
  noteWrite,
} from '../../../shared/contract/note.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import type { Subject } from '../../../shared/domain/record/note.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { holding } from '../../support/x-files.ts'

const { folder, vault } = workplace('notes')

async function held(one: TestArchive): Promise<Subject> {
  const scope = { search: null, accounts: [one.account], from: null, to: null, recordIds: [] }
  const hold = { label: 'Ruiz', basis: 'litigation', orderedBy: 'A', document: null, scope } as const
  return { kind: 'hold', id: String((await one.call(holdPlace, hold)).id) }
}
function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const reading = (one: TestArchive, path: string) => one.archive.grant(path, 'read').grant
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings

describe('a note', () => {
  it('can be changed and taken back, and every wording stays with who and when', async () => {
    const one = await vault()
    const subject = await held(one)
    const { note } = await one.call(noteWrite, { subject, note: null, text: 'Call Ortiz' })
    await one.call(noteWrite, { subject, note, text: 'Call R. Ortiz' })
    await one.call(noteWrite, { subject, note, text: 'Call R. Ortiz' })
    const { notes } = await one.call(noteList, { subject })
    expect(notes.map(({ id, wordings }) => [id, wordings.map(({ text, by }) => [text, by])])).toEqual([
      [
        note,
        [
          ['Call R. Ortiz', 'clerk'],
          ['Call Ortiz', 'clerk'],
        ],
      ],
    ])
    expect(await one.call(noteCounts, { kind: 'hold' })).toEqual([{ id: subject.id, notes: 1, attachments: 0 }])
    await one.call(noteTakeBack, { note })
    expect((await one.call(noteList, { subject })).notes[0]?.wordings.map(({ text }) => text)).toEqual([
      null,
      'Call R. Ortiz',
      'Call Ortiz',
    ])
    expect(await one.call(noteCounts, { kind: 'hold' })).toEqual([])
    await expect(one.call(noteTakeBack, { note })).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' })
    const entries = await one.call(ledgerPage, { before: null, limit: 5 })
    expect(JSON.stringify(entries)).not.toContain('Ortiz')
  })

  it('is written on what the vault knows, and on nothing else', async () => {
    const one = await vault()
    const account = { kind: 'account', id: String(one.account) } as const
    const { note } = await one.call(noteWrite, { subject: account, note: null, text: 'The liaison left' })
    const write = (subject: Subject, known: number | null) =>
      one.call(noteWrite, { subject, note: known, text: 'It is lost' })
    await expect(write({ kind: 'plan', id: '9' }, null)).rejects.toThrow('no purge plan 9')
    await expect(write({ kind: 'request', id: '26-0001' }, null)).rejects.toThrow('no request 26-0001')
    await expect(write(await held(one), note)).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' })
    expect((await one.call(noteList, { subject: account })).notes[0]?.wordings).toHaveLength(1)
  })
})

describe('an attached file', () => {
  const outlook = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('__properties_version1.0', 'utf16le'),
  ])

  it('is kept as an object under a safe name, told by its bytes, and comes out as it went in', async () => {
    const one = await vault()
    const subject = await held(one)
    const mail = file('order.eml', 'Received: from a\r\nSubject: Hold\r\n\r\nKeep everything of Ruiz 7731.')
    const paths = [
      mail,
      file('order.msg', outlook),
      file('run.exe.pdf', '%PDF-1.7 order'),
      file('a.txt', 'Plain words'),
    ]
    const { attachments } = await one.run(attachmentAdd, { subject, files: paths.map((path) => reading(one, path)) })
    const listed = (await one.call(noteList, { subject })).attachments
    expect(listed.map(({ name, mime, by }) => [name, mime, by])).toEqual([
      ['a.txt', 'text/plain', 'clerk'],
      ['run.exe.pdf', 'application/pdf', 'clerk'],
      ['order.msg', 'application/vnd.ms-outlook', 'clerk'],
      ['order.eml', 'message/rfc822', 'clerk'],
    ])
    const out = join(folder, 'saved.eml')
    const [first] = attachments
    if (first === undefined) throw new Error('nothing was attached')
    await one.run(attachmentSave, { attachment: first, to: one.archive.grant(out, 'write').grant })
    expect(readFileSync(out)).toEqual(readFileSync(mail))
    const document = { name: '../../evil\u202egnp.exe', bytes: Buffer.from('\x89PNG\r\n\x1a\nx').toString('base64') }
    await one.call(attachmentPaste, { subject, document })
    const [pasted] = (await one.call(noteList, { subject })).attachments
    expect(pasted?.name).not.toMatch(/[/\\\u202e]/)
    expect(await one.call(noteCounts, { kind: 'hold' })).toEqual([{ id: subject.id, notes: 0, attachments: 5 }])
    expect(await problems(one)).toEqual([])
  })

  it('stays listed when it is taken back, with its bytes, who and why', async () => {
    const one = await vault()
    const subject = await held(one)
    const files = [reading(one, file('wrong.txt', 'The order of another matter 4411'))]
    const { attachments } = await one.run(attachmentAdd, { subject, files })
    const attachment = attachments[0] ?? 0
    await one.call(attachmentTakeBack, { attachment, reason: 'Another matter' })
    expect((await one.call(noteList, { subject })).attachments).toMatchObject([
      { name: 'wrong.txt', takenBack: { by: 'clerk', reason: 'Another matter' } },
    ])
    expect(holding(join(one.folder, 'objects'), 'another matter 4411')).toHaveLength(1)
    await expect(one.call(attachmentTakeBack, { attachment, reason: 'Again' })).rejects.toMatchObject({
      code: 'SUBJECT_UNKNOWN',
    })
  })

  it('is missed and told apart by a check of the vault', async () => {
    const one = await vault()
    const subject = await held(one)
    await one.run(attachmentAdd, { subject, files: [reading(one, file('kept.txt', 'Kept words'))] })
    const digest = (await one.call(noteList, { subject })).attachments[0]?.digest ?? ''
    rmSync(join(one.folder, objectPath(digest)), { force: true })
    expect((await problems(one)).map(({ code }) => code)).toEqual(['V010'])
  })

  it('is refused with a sentence where it cannot be taken, and then none of its company is attached', async () => {
    const one = await vault()
    const subject = await held(one)
    const good = file('good.txt', 'Good words 5512')
    mkdirSync(join(folder, 'a folder'))
    const huge = file('huge.bin', 'x')
    truncateSync(huge, 2_000_000_001)
    const refusal = async (path: string) =>
      (await one.start(attachmentAdd, { subject, files: [good, path].map((each) => reading(one, each)) })).problem
    expect((await refusal(join(folder, 'a folder')))?.sentence).toContain('a folder is a folder.')
    expect((await refusal(file('empty.txt', '')))?.sentence).toContain('is empty')
    expect((await refusal(huge))?.sentence).toContain('larger than 2 GB')
    expect((await refusal(join(folder, 'gone.txt')))?.sentence).toContain('Nothing was attached.')
    expect((await one.call(noteList, { subject })).attachments).toEqual([])
    expect(holding(join(one.folder, 'objects'), 'Good words 5512')).toEqual([])
    rmSync(huge)
  })
})
