// Letters on requests: drafted, signed, printed, sent.
import { z } from 'zod'
import {
  letterDiscard,
  letterDocx,
  letterDraft,
  letterHead,
  letterList,
  letterPrint,
  letterSent,
  letterSetHead,
  letterShow,
  letterTranslate,
} from '../../../shared/contract/letter.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { emptyLetter, LetterDraft, LetterKind, LetterTranslation } from '../../../shared/domain/request/letter.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist, readJson } from '../input/file.ts'
import { Number1 } from '../input/schemas.ts'
import { Sent, sendingIn, withSending } from '../input/sending.ts'
import { addSigning } from '../request/sign-letter.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const List = z.object({ REQUEST: RequestId })
const One = z.object({ NUMBER: Number1 })
const Draft = z.object({
  REQUEST: RequestId,
  KIND: LetterKind,
  from: z.string().min(1).optional(),
  number: Number1.optional(),
})
const SentLetter = One.extend(Sent.shape)
const Print = One.extend({ out: z.string().min(1) })
const Head = z.object({ line: z.array(z.string()).max(6).optional() })
const Translate = One.extend({ FILE: z.string().min(1) })
const Discard = One.extend({ reason: z.string().trim().min(1) })

const draftHelp = `
FILE is JSON with what the kind needs: "to", "grounds", "facts", "day", "time", "outcome" (disclose, in-part, deny), "exemptions", "reasons",
"responsible" ([{ "name", "title" }]), "parts", "complete", "capacity" (head, designee), "remarks", "production" (instalment, recall), "fee" (number of the fees). “law” prints the ids of grounds and exemptions.`

const translateHelp = `
FILE is JSON: { "language": "es", "text": "…", "reviewedBy": "…", "reviewerTitle": "…", "reviewedOn": "2026-11-20" }
“language” is es, zh or vi.`

export default ((program, runner) => {
  const letter = program
    .command('letter')
    .description('Letters on requests. Only one that was sent meets a deadline.')
    .addHelpText('after', example('muniment letter list 26-0007'))
  letter
    .command('list')
    .description('Lists the letters on a request, with how each stands.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .addHelpText('after', example('muniment letter list 26-0007'))
    .action(
      runner.inVault(List, async ({ vault }, { REQUEST: request }) => {
        const value = await vault.ask(letterList, { request })
        const lines = table(value, [
          { title: 'Number', value: ({ id }) => String(id), side: 'right' },
          { title: 'Kind', value: ({ kind }) => kind },
          { title: 'Stands', value: ({ state }) => state },
          { title: 'Signed by', value: ({ signer }) => signer ?? '' },
          { title: 'Sent', value: ({ sent }) => (sent === null ? '' : `${sent.on} by ${sent.how}`) },
        ])
        return { value, lines: lines.length > 0 ? lines : ['There is no letter: “muniment letter draft”.'] }
      }),
    )
  letter
    .command('draft')
    .description('Begins a letter on a request, or saves its draft.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .argument('<KIND>', LetterKind.options.join(', '))
    .option('--from <file>', 'what is settled in it, JSON')
    .option('--number <n>', 'the draft that is saved; left out for a new one')
    .addHelpText('after', `${draftHelp}\n${example('muniment letter draft 26-0007 extension --from extension.json')}`)
    .action(
      runner.inVault(
        Draft,
        async ({ vault, surroundings, actor }, { REQUEST: request, KIND: kind, from, number = null }) => {
          const settled = from === undefined ? {} : readJson(surroundings.folder, from, LetterDraft.partial())
          const value = await vault.ask(letterDraft, {
            request,
            id: number,
            draft: LetterDraft.parse({ ...emptyLetter(kind, ''), ...settled, kind }),
          })
          const { lacks, doubts } = await vault.ask(letterShow, { id: value.id, signer: actor })
          return { value: { ...value, lacks, doubts }, lines: [`Letter ${value.id} was saved.`, ...lacks, ...doubts] }
        },
      ),
    )
  letter
    .command('show')
    .description('Shows a letter word for word, and what it lacks before it can be signed.')
    .argument('<NUMBER>', 'the letter, as “list” prints it')
    .addHelpText('after', example('muniment letter show 3'))
    .action(
      runner.inVault(One, async ({ vault, actor }, { NUMBER: id }) => {
        const value = await vault.ask(letterShow, { id, signer: actor })
        return { value, lines: [...value.text.split('\n'), '', ...value.lacks, ...value.doubts] }
      }),
    )
  addSigning(letter, runner)
  letter
    .command('print')
    .description('Writes a letter as a tagged PDF; one that is not signed says so on it.')
    .argument('<NUMBER>', 'the letter')
    .requiredOption('--out <file>', 'the PDF to write')
    .addHelpText('after', example('muniment letter print 3 --out extension.pdf'))
    .action(
      runner.inVault(Print, async ({ vault, surroundings }, { NUMBER: id, out }) => {
        mustNotExist(surroundings.folder, out)
        const value = await vault.run(letterPrint, { id, to: await vault.grant(out, 'write') })
        return { value, lines: [`${out}: ${counted(value.pages, 'page')}.`] }
      }),
    )
  letter
    .command('docx')
    .description('Writes a letter as DOCX, to go on with in a word processor.')
    .argument('<NUMBER>', 'the letter')
    .requiredOption('--out <file>', 'the DOCX to write')
    .addHelpText('after', example('muniment letter docx 3 --out extension.docx'))
    .action(
      runner.inVault(Print, async ({ vault, surroundings }, { NUMBER: id, out }) => {
        mustNotExist(surroundings.folder, out)
        const value = await vault.run(letterDocx, { id, to: await vault.grant(out, 'write') })
        return { value, lines: [`${out}: SHA-256 ${value.digest}.`] }
      }),
    )
  letter
    .command('translate')
    .description('Attaches a translation of a signed letter that a named person has reviewed.')
    .argument('<NUMBER>', 'the letter')
    .argument('<FILE>', 'the translation, JSON')
    .addHelpText('after', `${translateHelp}\n${example('muniment letter translate 3 spanish.json')}`)
    .action(
      runner.inVault(Translate, async ({ vault, surroundings }, { NUMBER: id, FILE }) => {
        const translation = readJson(surroundings.folder, FILE, LetterTranslation)
        const value = await vault.ask(letterTranslate, { id, translation })
        return { value, lines: [`Letter ${id} has a translation that ${translation.reviewedBy} reviewed.`] }
      }),
    )
  withSending(
    letter
      .command('sent')
      .description('Enters that a signed letter went out. Only this meets a deadline.')
      .argument('<NUMBER>', 'the letter'),
  )
    .addHelpText(
      'after',
      example('muniment letter sent 3 --on 2026-11-24 --how email --proof "Receipt of the mail server"'),
    )
    .action(
      runner.inVault(SentLetter, async ({ vault }, { NUMBER: id, ...sent }) => {
        const value = await vault.ask(letterSent, { id, sending: sendingIn(sent) })
        return { value, lines: [`Letter ${id} was sent on ${sent.on}.`] }
      }),
    )
  letter
    .command('discard')
    .description('Puts a letter aside that was not sent; it stays known.')
    .argument('<NUMBER>', 'the letter')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment letter discard 3 --reason "Wrong address"'))
    .action(
      runner.inVault(Discard, async ({ vault }, { NUMBER: id, reason }) => {
        const value = await vault.ask(letterDiscard, { id, reason })
        return { value, lines: [`Letter ${id} was put aside.`] }
      }),
    )
  letter
    .command('head')
    .description('Shows what stands below the City’s name on letters, or settles it.')
    .option('--line <lines...>', 'the lines, six at most')
    .addHelpText('after', example('muniment letter head --line "Office of the City Clerk" "1 Main Street"'))
    .action(
      runner.inVault(Head, async ({ vault }, { line }) => {
        if (line !== undefined) await vault.ask(letterSetHead, { lines: line })
        const value = await vault.ask(letterHead, {})
        return { value, lines: value.lines.length > 0 ? value.lines : ['Nothing stands there yet.'] }
      }),
    )
}) satisfies CommandFile
