// The files of a record in its review: documents looked through page by page, recordings made anew.
import { z } from 'zod'
import {
  fileEditAttach,
  fileEditMake,
  filePagesAttach,
  filePagesMake,
  filePagesShow,
} from '../../../shared/contract/file-pages.ts'
import { recordShow } from '../../../shared/contract/record.ts'
import { reviewDecide, reviewShow } from '../../../shared/contract/review.ts'
import { Digest, RecordId, RequestId } from '../../../shared/domain/id.ts'
import { documentsOf } from '../../../shared/domain/review/file-page.ts'
import { RecordingEdit } from '../../../shared/domain/review/recording-edit.ts'
import { Box, type Redaction, type ReviewDraft } from '../../../shared/domain/review/review.ts'
import { type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustExist } from '../input/file.ts'
import { Ground, groundIn, withGround } from '../input/ground.ts'
import { Number1, RecordNumber } from '../input/schemas.ts'
import { counted } from '../text/number.ts'

const Of = z.object({ RECORD: RecordNumber.pipe(RecordId) })
const One = z.object({ DIGEST: Digest })
const Attach = One.extend({ FILE: z.string().min(1), how: z.string().trim().min(1).max(300) })
const Reviewed = z.object({ REQUEST: RequestId, record: RecordNumber.pipe(RecordId), file: Digest })
const Boxed = Reviewed.extend({ ...Ground.shape, page: Number1, box: z.string().min(1) })
const Edited = Reviewed.extend({ ...Ground.shape, made: Digest })
const Edit = One.extend({ edit: z.array(z.string()).min(1) })

const DIGEST = 'the SHA-256 of the file, as “file pages” prints it'

export default ((program, runner) => {
  const file = program
    .command('file')
    .description('Files of records in a review: documents page by page, recordings made anew.')
    .addHelpText('after', example('muniment file pages 1405'))
  file
    .command('pages')
    .description('Draws the pages of every document of a record that has none yet, and prints what they say.')
    .argument('<RECORD>', 'its number, as “records” lists it')
    .addHelpText('after', example('muniment file pages 1405'))
    .action(
      runner.inVault(Of, async ({ vault }, { RECORD: id }) => {
        const value = []
        for (const { digest, item } of documentsOf(await vault.ask(recordShow, { id }))) {
          const before = await vault.ask(filePagesShow, { file: digest })
          if (before.pages.length === 0) await vault.run(filePagesMake, { file: digest, name: item.name.slice(-1000) })
          value.push({ file: digest, name: item.name, ...(await vault.ask(filePagesShow, { file: digest })) })
        }
        const lines = value.flatMap(({ file: digest, name, pages }) => [
          `${name}: ${counted(pages.length, 'page')}`,
          `SHA-256 ${digest}`,
          ...pages.flatMap(({ page, text }) => [`Page ${page}`, ...text.split('\n').map((line) => `  ${line}`)]),
        ])
        return { value, lines: lines.length > 0 ? lines : ['The record has no document.'] }
      }),
    )
  file
    .command('attach-pdf')
    .description('Attaches a PDF that was made of a document outside; its pages are looked through in its place.')
    .argument('<DIGEST>', DIGEST)
    .argument('<FILE>', 'the PDF')
    .requiredOption('--how <text>', 'by whom, and with what, it was made')
    .addHelpText('after', example('muniment file attach-pdf 3f5a… memo.pdf --how "IT desk, from the original"'))
    .action(
      runner.inVault(Attach, async ({ vault, surroundings }, { DIGEST: digest, FILE, how }) => {
        mustExist(surroundings.folder, FILE)
        const value = await vault.run(filePagesAttach, { file: digest, pdf: await vault.grant(FILE, 'read'), how })
        return { value, lines: [`${counted(value.pages, 'page')}.`] }
      }),
    )
  file
    .command('read')
    .description(
      'Says that you have looked through every page of a document; the record is released if nobody decided.',
    )
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--record <number>', 'the record')
    .requiredOption('--file <digest>', DIGEST)
    .addHelpText('after', example('muniment file read 26-0007 --record 1405 --file 3f5a…'))
    .action(
      runner.inVault(Reviewed, async (context, { REQUEST, record, file: digest }) => {
        const { pages } = await context.vault.ask(filePagesShow, { file: digest })
        if (pages.length === 0) throw new UsageError('Its pages are not drawn yet: “muniment file pages”.')
        const value = await decideWith(context, REQUEST, record, (before) => ({
          ...before,
          read: [...(before.read ?? []).filter((one) => one.digest !== digest), { digest, pages: pages.length }],
        }))
        return { value, lines: [`Looked through: ${counted(pages.length, 'page')}.`] }
      }),
    )
  withGround(
    file
      .command('box')
      .description('Paints over a box of a page of a document, and takes the words below it out.')
      .argument('<REQUEST>', 'the City’s number of the request')
      .requiredOption('--record <number>', 'the record')
      .requiredOption('--file <digest>', DIGEST)
      .requiredOption('--page <n>', 'the page')
      .requiredOption('--box <left,top,width,height>', 'in hundredths of the page, such as 10,20,50,5'),
  )
    .addHelpText(
      'after',
      example(
        'muniment file box 26-0007 --record 1405 --file 3f5a… --page 2 --box 10,20,50,5 --exemption 7927.700 --describes "Home address"',
      ),
    )
    .action(
      runner.inVault(Boxed, async (context, { REQUEST, record, file: digest, page, box, ...said }) => {
        const redaction: Redaction = { field: 'page', digest, page, boxes: [boxIn(box)], ground: groundIn(said) }
        const value = await decideWith(context, REQUEST, record, (before) => redactedToo(before, redaction))
        return { value, lines: [`Redacted on page ${page}.`] }
      }),
    )
  file
    .command('edit')
    .description('Makes a recording anew with ffmpeg: stretches of time cut, muted, or with a box covered.')
    .argument('<DIGEST>', 'the SHA-256 of the recording')
    .requiredOption(
      '--edit <edits...>',
      'such as cut,3,5 or mute,7,9.5 (seconds) or cover,0,60,10,20,30,30 (then a box in hundredths)',
    )
    .addHelpText('after', example('muniment file edit 3f5a… --edit mute,7,9.5 cut,30,42'))
    .action(
      runner.inVault(Edit, async ({ vault }, { DIGEST: digest, edit }) => {
        const value = await vault.run(fileEditMake, { file: digest, edits: edit.map(editIn) })
        return {
          value,
          lines: [`Made: SHA-256 ${value.made}`, 'Look at it before “muniment file replace” lets it go out.'],
        }
      }),
    )
  file
    .command('attach-recording')
    .description('Attaches a recording that was made anew outside, bound to the one that it was made of.')
    .argument('<DIGEST>', 'the SHA-256 of the recording')
    .argument('<FILE>', 'what was made of it')
    .requiredOption('--how <text>', 'by whom, and with what, it was made')
    .addHelpText('after', example('muniment file attach-recording 3f5a… redacted.mp4 --how "KTOP, by hand"'))
    .action(
      runner.inVault(Attach, async ({ vault, surroundings }, { DIGEST: digest, FILE, how }) => {
        mustExist(surroundings.folder, FILE)
        const recording = await vault.grant(FILE, 'read')
        const value = await vault.run(fileEditAttach, { file: digest, recording, how })
        return { value, lines: [`Attached: SHA-256 ${value.made}`] }
      }),
    )
  withGround(
    file
      .command('replace')
      .description('Lets a recording go out as it was made anew.')
      .argument('<REQUEST>', 'the City’s number of the request')
      .requiredOption('--record <number>', 'the record')
      .requiredOption('--file <digest>', 'the SHA-256 of the recording')
      .requiredOption('--made <digest>', 'the SHA-256 of what was made of it'),
  )
    .addHelpText(
      'after',
      example(
        'muniment file replace 26-0007 --record 1405 --file 3f5a… --made 77b0… --exemption 7927.700 --describes "A resident’s voice"',
      ),
    )
    .action(
      runner.inVault(Edited, async (context, { REQUEST, record, file: digest, made, ...said }) => {
        const redaction: Redaction = { field: 'edit', digest, made, ground: groundIn(said) }
        const value = await decideWith(context, REQUEST, record, (before) => redactedToo(before, redaction))
        return { value, lines: ['It goes out as it was made anew.'] }
      }),
    )
}) satisfies CommandFile

/** Decides on a record anew, from what stands. */
async function decideWith(
  { vault }: Context,
  request: RequestId,
  record: RecordId,
  change: (before: ReviewDraft) => ReviewDraft,
) {
  const { decision, history } = await vault.ask(reviewShow, { request, record })
  const goesOut = decision?.outcome === 'release' || decision?.outcome === 'redact'
  const before: ReviewDraft = {
    ...{ outcome: goesOut ? decision.outcome : 'release', grounds: [], reason: goesOut ? decision.reason : '' },
    redactions: goesOut ? decision.redactions : [],
    ...(decision?.read === undefined ? {} : { read: decision.read }),
  }
  return vault.ask(reviewDecide, { request, records: [record], decision: change(before), known: history.length })
}

function redactedToo(before: ReviewDraft, redaction: Redaction): ReviewDraft {
  return { ...before, outcome: 'redact', redactions: [...before.redactions, redaction] }
}

/** Hundredths as parts. @throws UsageError */
function boxIn(text: string): Box {
  const [left, top, width, height] = text.split(',').map((part) => Number(part) / 100)
  const box = Box.safeParse({ left, top, width, height })
  if (box.success) return box.data
  throw new UsageError('--box takes left, top, width and height in hundredths, such as 10,20,50,5.')
}

function editIn(text: string): RecordingEdit {
  const [how, from, to, ...box] = text.split(',')
  const edit = { how, from: Number(from), to: Number(to), box: box.length === 0 ? null : boxIn(box.join(',')) }
  const parsed = RecordingEdit.safeParse(edit)
  if (parsed.success) return parsed.data
  throw new UsageError(
    '--edit takes cut, mute or cover, then from and to in seconds; cover also takes a box in hundredths.',
  )
}
