// What a capture of pages holds: its pages, how one of them looked, and the package as a file for other programs.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import {
  CapturedView,
  captureOfRecord,
  captureOpen,
  capturePages,
  captureSave,
  captureView,
} from '../../../shared/contract/replay.ts'
import { CaptureId, RecordId } from '../../../shared/domain/id.ts'
import { type CommandFile, type Context, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { Number1, RecordNumber } from '../input/schemas.ts'
import { bytes, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Of = z.object({ CAPTURE: Number1.pipe(CaptureId), restricted: z.boolean().default(false) })
const Save = Of.extend({ out: z.string().min(1) })
const View = Save.extend({ ADDRESS: z.string().min(1).max(8192), as: CapturedView.default('screenshot') })
const OfRecord = z.object({ RECORD: RecordNumber.pipe(RecordId) })
const NUMBER = 'the number of a capture, as “captures” prints it'
const ON_PURPOSE = 'also where it shows a restricted record; the ledger says so'

export default ((program, runner) => {
  const captured = program
    .command('captured')
    .description('What a capture of pages holds: its pages, how they looked, the package as a file.')
    .addHelpText('after', example('muniment captured pages 3'))
  captured
    .command('pages')
    .description('Lists the pages of a capture.')
    .argument('<CAPTURE>', NUMBER)
    .option('--restricted', ON_PURPOSE)
    .addHelpText('after', example('muniment captured pages 3 --json'))
    .action(
      runner.inVault(Of, async (context, { CAPTURE: capture, restricted }) => {
        const opened = await open(context, capture, restricted)
        const { vault } = context
        const value = await vault.ask(capturePages, { capture, opened })
        const lines = table(value, [
          { title: 'Seen', value: ({ at }) => when(at, vault.about.zone) },
          { title: 'Page', value: ({ address }) => address },
          { title: 'Title', value: ({ title }) => title, most: 60 },
        ])
        return { value, lines: lines.length > 0 ? lines : ['It holds no pages.'] }
      }),
    )
  captured
    .command('view')
    .description('Writes how a page looked outside the vault: its picture (PNG), its print (PDF) or its words.')
    .argument('<CAPTURE>', NUMBER)
    .argument('<ADDRESS>', 'the page, as “captured pages” prints it')
    .requiredOption('--out <file>', 'where to')
    .option('--as <view>', CapturedView.options.join(', '))
    .option('--restricted', ON_PURPOSE)
    .addHelpText('after', example('muniment captured view 3 https://www.example.gov/news --as pdf --out news.pdf'))
    .action(
      runner.inVault(View, async (context, { CAPTURE: capture, ADDRESS: address, as: view, out, restricted }) => {
        const { folder } = context.surroundings
        mustNotExist(folder, out)
        const opened = await open(context, capture, restricted)
        const got = await context.vault.ask(captureView, { capture, address, view, opened })
        const body = Buffer.from(got.bytes, 'base64')
        await writeFile(resolve(folder, out), body, { flag: 'wx' })
        return { value: { mime: got.mime, size: body.length }, lines: [`${out} is written, ${bytes(body.length)}.`] }
      }),
    )
  captured
    .command('save')
    .description('Writes a capture outside the vault as it was packed (WACZ), for other programs to open.')
    .argument('<CAPTURE>', NUMBER)
    .requiredOption('--out <file>', 'where to')
    .option('--restricted', ON_PURPOSE)
    .addHelpText('after', example('muniment captured save 3 --out capture-3.wacz'))
    .action(
      runner.inVault(Save, async (context, { CAPTURE: capture, out, restricted }) => {
        mustNotExist(context.surroundings.folder, out)
        const opened = await open(context, capture, restricted)
        const to = await context.vault.grant(out, 'write')
        const value = await context.vault.run(captureSave, { capture, to, opened })
        return { value, lines: [`${out} is written, ${bytes(value.size)}.`] }
      }),
    )
  captured
    .command('of')
    .description('Lists the captures of pages in which a record was seen, each with the page that shows it.')
    .argument('<RECORD>', 'the number of a record')
    .addHelpText('after', example('muniment captured of 1870000000000000'))
    .action(
      runner.inVault(OfRecord, async ({ vault }, { RECORD: record }) => {
        const value = await vault.ask(captureOfRecord, { record })
        const lines = table(value, [
          { title: 'No.', value: ({ capture }) => String(capture), side: 'right' },
          { title: 'Began', value: ({ at }) => when(at, vault.about.zone) },
          { title: 'Page', value: ({ page }) => page ?? '' },
        ])
        return { value, lines: lines.length > 0 ? lines : ['No capture of pages shows it.'] }
      }),
    )
}) satisfies CommandFile

/** Opens a capture on purpose, where that is asked for. Returns whether it is. */
async function open({ vault }: Context, capture: CaptureId, restricted: boolean): Promise<boolean> {
  if (restricted) await vault.ask(captureOpen, { capture })
  return restricted
}
