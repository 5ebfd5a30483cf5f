// Notes on, and files attached to, holds, requests, messages on these, purge plans, accounts and entries of the registers.
import { z } from 'zod'
import {
  attachmentAdd,
  attachmentSave,
  attachmentTakeBack,
  noteList,
  noteTakeBack,
  noteWrite,
} from '../../../shared/contract/note.ts'
import type { GrantId } from '../../../shared/domain/id.ts'
import { Subject } from '../../../shared/domain/record/note.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { mustExist, mustNotExist } from '../input/file.ts'
import { Number1 } from '../input/schemas.ts'
import { bytes, counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const On = z.object({ KIND: Subject.shape.kind, ID: Subject.shape.id })
const Write = On.extend({ text: z.string().trim().min(1).max(20_000), instead: Number1.optional() })
const Add = On.extend({ FILES: z.array(z.string().min(1)).min(1).max(64) })
const Back = z.object({ NOTE: Number1 })
const Save = z.object({ ATTACHMENT: Number1, out: z.string().min(1) })
const FileBack = z.object({ ATTACHMENT: Number1, reason: z.string().trim().min(1).max(2000) })
const KIND = Subject.shape.kind.options.join(', ')
const ID = 'its number, as its list prints it'

export default ((program, runner) => {
  const note = program
    .command('note')
    .description(
      'Notes on, and files attached to, holds, requests, messages on these, purge plans, accounts and entries of the registers.',
    )
    .addHelpText('after', example('muniment note list hold 3'))
  note
    .command('write')
    .description('Writes a note, or another wording of one; the former is kept.')
    .argument('<KIND>', KIND)
    .argument('<ID>', ID)
    .requiredOption('--text <text>', 'what it says')
    .option('--instead <note>', 'the number of the note that it changes')
    .addHelpText('after', example('muniment note write hold 3 --text "The attorney asked again on May 3"'))
    .action(
      runner.inVault(Write, async ({ vault }, { KIND: kind, ID: id, text, instead }) => {
        const done = await vault.ask(noteWrite, { subject: { kind, id }, note: instead ?? null, text })
        return { value: done, lines: [`Note ${done.note} is kept.`] }
      }),
    )
  note
    .command('take-back')
    .description('Takes a note back; what it said is kept.')
    .argument('<NOTE>', 'its number, as “note list” prints it')
    .addHelpText('after', example('muniment note take-back 7'))
    .action(
      runner.inVault(Back, async ({ vault }, { NOTE }) => {
        await vault.ask(noteTakeBack, { note: NOTE })
        return { value: { note: NOTE }, lines: [`Note ${NOTE} is taken back.`] }
      }),
    )
  note
    .command('list')
    .description('Lists the notes on something and the files attached to it.')
    .argument('<KIND>', KIND)
    .argument('<ID>', ID)
    .addHelpText('after', example('muniment note list request 26-0007'))
    .action(runner.inVault(On, list))
  note
    .command('attach')
    .description('Attaches files: orders as .eml, .msg or PDF, letters, scans.')
    .argument('<KIND>', KIND)
    .argument('<ID>', ID)
    .argument('<FILES...>', 'the files; all are attached, or none')
    .addHelpText(
      'after',
      example('muniment note attach hold 3 order.eml order.pdf', 'muniment note attach message 12 enclosure.pdf'),
    )
    .action(
      runner.inVault(Add, async ({ vault, surroundings }, { KIND: kind, ID: id, FILES: paths }) => {
        const files: GrantId[] = []
        for (const path of paths) {
          mustExist(surroundings.folder, path)
          files.push(await vault.grant(path, 'read'))
        }
        const done = await vault.run(attachmentAdd, { subject: { kind, id }, files })
        return { value: done, lines: [`${counted(done.attachments.length, 'file')} attached.`] }
      }),
    )
  note
    .command('save')
    .description('Writes an attached file outside the vault.')
    .argument('<ATTACHMENT>', 'its number, as “note list” prints it')
    .requiredOption('--out <file>', 'where to')
    .addHelpText('after', example('muniment note save 4 --out order.eml'))
    .action(
      runner.inVault(Save, async ({ vault, surroundings }, { ATTACHMENT: attachment, out }) => {
        mustNotExist(surroundings.folder, out)
        const done = await vault.run(attachmentSave, { attachment, to: await vault.grant(out, 'write') })
        return { value: done, lines: [`${out} is written, ${bytes(done.size)}.`] }
      }),
    )
  note
    .command('detach')
    .description('Takes an attached file back, with a reason; it stays listed so, and its bytes are kept.')
    .argument('<ATTACHMENT>', 'its number, as “note list” prints it')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment note detach 4 --reason "The order of another matter"'))
    .action(
      runner.inVault(FileBack, async ({ vault }, { ATTACHMENT: attachment, reason }) => {
        await vault.ask(attachmentTakeBack, { attachment, reason })
        return { value: { attachment }, lines: [`Attached file ${attachment} is taken back.`] }
      }),
    )
}) satisfies CommandFile

const list: Work<z.output<typeof On>> = async ({ vault }, { KIND: kind, ID: id }) => {
  const { zone } = vault.about
  const found = await vault.ask(noteList, { subject: { kind, id } })
  const standing = found.notes.flatMap((one) => {
    const [newest] = one.wordings
    return newest === undefined ? [] : [{ ...newest, id: one.id }]
  })
  const notes = table(standing, [
    { title: 'Note', value: (one) => String(one.id), side: 'right' },
    { title: 'When', value: ({ at }) => when(at, zone) },
    { title: 'Who', value: ({ by }) => by ?? '' },
    { title: 'Text', value: ({ text }) => text ?? '(taken back)', most: 60 },
  ])
  const files = table(found.attachments, [
    { title: 'File', value: (one) => String(one.id), side: 'right' },
    { title: 'Attached', value: ({ at }) => when(at, zone) },
    { title: 'Who', value: ({ by }) => by ?? '' },
    { title: 'Size', value: ({ size }) => (size === null ? 'removed' : bytes(size)), side: 'right' },
    { title: 'Name', value: ({ name, takenBack }) => (takenBack ? `${name} (taken back)` : name), most: 60 },
  ])
  const lines = [...notes, ...files]
  return { value: found, lines: lines.length > 0 ? lines : ['There are no notes and no files.'] }
}
