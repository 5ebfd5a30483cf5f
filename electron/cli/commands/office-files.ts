// The office's own files: which series they are in, whether they may be destroyed, and holds that name them.
import { z } from 'zod'
import { officeFileChoose, officeFileHold, officeFileList } from '../../../shared/contract/office-file.ts'
import { OfficeFileKind, officeFileWords, StartsOn } from '../../../shared/domain/disposition/office-file.ts'
import { HoldId, PersonId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { Number1 } from '../input/schemas.ts'
import { count } from '../text/number.ts'
import { table } from '../text/table.ts'

const KINDS = OfficeFileKind.options.join(', ')
const List = z.object({ kind: OfficeFileKind.nullable().default(null) })
const Choose = z.object({
  KIND: OfficeFileKind,
  SERIES: z.string().min(1),
  file: z.string().min(1).nullable().default(null),
  startsOn: StartsOn.nullable().default(null),
  reason: z.string().trim().min(1).max(2000),
  second: PersonId.nullable().default(null),
})
const Hold = z.object({ HOLD: Number1.pipe(HoldId), KIND: OfficeFileKind, FILE: z.string().min(1) })

export default ((program, runner) => {
  const files = program
    .command('office-files')
    .description('Request files, packets, plans, holds, the removal log and remainders, each in a series of its own.')
    .addHelpText('after', example('muniment office-files list'))
  files
    .command('list')
    .description('Lists the kinds with their series, and every file with whether it may be destroyed.')
    .option('--kind <kind>', KINDS)
    .addHelpText('after', example('muniment office-files list --kind request-file'))
    .action(
      runner.inVault(List, async ({ vault, surroundings }, { kind }) => {
        const value = await vault.ask(officeFileList, { at: surroundings.clock(), kind })
        const kinds = table(value.kinds, [
          { title: 'Kind', value: (one) => one.kind },
          { title: 'Series', value: ({ chosen }) => chosen?.series ?? 'not chosen', most: 44 },
          { title: 'Files', value: (one) => count(one.files), side: 'right' },
          { title: 'May go', value: ({ may }) => count(may), side: 'right' },
          { title: 'Held', value: ({ held }) => count(held), side: 'right' },
          { title: 'Next', value: ({ next }) => next ?? '' },
        ])
        const own = table(value.files, [
          { title: 'File', value: (one) => `${officeFileWords[one.kind].one} ${one.id}`, most: 40 },
          { title: 'Begun', value: ({ openedOn }) => openedOn },
          { title: 'Closed', value: ({ closedOn }) => closedOn ?? '' },
          { title: 'Series', value: ({ series }) => series ?? '', most: 32 },
          { title: 'How it stands', value: ({ sentence }) => sentence, most: 100 },
        ])
        return { value, lines: [...kinds, '', ...own] }
      }),
    )
  files
    .command('series')
    .description('Chooses the series of a kind of files, or of a single one. Nothing is guessed.')
    .argument('<KIND>', KINDS)
    .argument('<SERIES>', 'code of the series, as “schedule show” prints it')
    .option('--file <number>', 'a single file; without it every file of the kind that has no series of its own')
    .option(
      '--starts-on <day>',
      'which day of the file the event of the series is, where it waits for one: closed, superseded',
    )
    .requiredOption('--reason <text>', 'why')
    .option('--second <person>', 'who else stands behind it, where it is kept shorter than before')
    .addHelpText(
      'after',
      example('muniment office-files series request-file 302 --starts-on closed --reason "Clerk, 4 May" --as rosa'),
    )
    .action(
      runner.inVault(Choose, async ({ vault }, { KIND: kind, SERIES: series, file: id, ...asked }) => {
        const value = await vault.ask(officeFileChoose, { kind, id, series, ...asked })
        const which = id === null ? officeFileWords[kind].many : `${officeFileWords[kind].one} ${id}`
        return { value, lines: [`${which}: series ${series}.`] }
      }),
    )
  files
    .command('hold')
    .description('Puts one of the files under a hold that is in force; it stays until the hold is released.')
    .argument('<HOLD>', 'its number, as “hold list” lists it')
    .argument('<KIND>', KINDS)
    .argument('<FILE>', 'the number of the file, as “office-files list” prints it')
    .addHelpText('after', example('muniment office-files hold 3 request-file 26-0007 --as rosa'))
    .action(
      runner.inVault(Hold, async ({ vault }, { HOLD: hold, KIND: kind, FILE: id }) => {
        const value = await vault.ask(officeFileHold, { hold, kind, id })
        const named = value.named ? `is under hold ${hold} now` : `was under hold ${hold} before`
        return { value, lines: [`The ${officeFileWords[kind].one} ${id} ${named}.`] }
      }),
    )
}) satisfies CommandFile
