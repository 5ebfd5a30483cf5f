// Reports of the vault as a whole.
import { extname } from 'node:path'
import { z } from 'zod'
import { Quarter, reportQuarter } from '../../../shared/contract/quarter.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist } from '../input/file.ts'
import { counted } from '../text/number.ts'

const Input = z.object({ QUARTER: z.string().pipe(Quarter), FILE: z.string().min(1) })

export default ((program, runner) => {
  const report = program
    .command('report')
    .description('Reports made from the vault alone.')
    .addHelpText('after', example('muniment report quarter 2026-Q3 council-2026-Q3.pdf'))
  report
    .command('quarter')
    .description(
      'Writes the report of a quarter for the Social Media Council: one PDF, or one CSV, by the ending of the file.',
    )
    .argument('<QUARTER>', 'such as 2026-Q3')
    .argument('<FILE>', 'the file to write')
    .addHelpText('after', example('muniment report quarter 2026-Q3 council-2026-Q3.pdf'))
    .action(
      runner.inVault(Input, async ({ vault, surroundings }, { QUARTER: quarter, FILE }) => {
        const format = z.enum(['pdf', 'csv']).safeParse(extname(FILE).slice(1).toLowerCase())
        if (!format.success) throw new UsageError(`“${FILE}” must end with .pdf or .csv.`)
        mustNotExist(surroundings.folder, FILE)
        const value = await vault.run(reportQuarter, {
          quarter,
          format: format.data,
          to: await vault.grant(FILE, 'write'),
        })
        return { value, lines: [`${counted(value.sections, 'section')} on ${quarter} written to ${FILE}.`] }
      }),
    )
}) satisfies CommandFile
