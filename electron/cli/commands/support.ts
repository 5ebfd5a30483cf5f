// The support file: printed to be looked at, or written.
import { z } from 'zod'
import { supportShow, supportWrite } from '../../../shared/contract/support.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { bytes } from '../text/number.ts'

const Input = z.object({ out: z.string().min(1).optional() })

export default ((program, runner) => {
  program
    .command('support')
    .description(
      'How this vault and computer are, for whoever helps: versions, counts, sizes, times and codes; no text, no name, no path.',
    )
    .option('--out <file>', 'the file to write; otherwise it is printed')
    .addHelpText('after', example('muniment support', 'muniment support --out support.json'))
    .action(
      runner.inVault(Input, async ({ vault, surroundings }, { out }) => {
        const file = await vault.ask(supportShow, {})
        const text = JSON.stringify(file, null, 2).split('\n')
        if (out === undefined) return { value: file, lines: text }
        mustNotExist(surroundings.folder, out)
        const written = await vault.run(supportWrite, { to: await vault.grant(out, 'write'), file })
        return { value: file, lines: [...text, `${out}: ${bytes(written.bytes)}, just what stands above.`] }
      }),
    )
}) satisfies CommandFile
