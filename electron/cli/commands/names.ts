// Lists of names that are proposed in reviews: brought in from a file, told by their counts.
import { z } from 'zod'
import { namesFound, namesLists, namesSet } from '../../../shared/contract/names.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { readText } from '../input/file.ts'
import { Nothing, RecordNumber } from '../input/schemas.ts'
import { count, counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const Named = z.object({ LIST: z.string().trim().min(1).max(100) })
const Bring = Named.extend({ from: z.string().min(1) })
const Of = z.object({ RECORD: RecordNumber.pipe(RecordId) })

export default ((program, runner) => {
  const names = program
    .command('names')
    .description('Lists of names or words that every review proposes to redact. They decide nothing.')
    .addHelpText('after', example('muniment names list'))
  names
    .command('list')
    .description('Tells the lists and how many names each has; the names are never shown.')
    .addHelpText('after', example('muniment names list'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const value = await vault.ask(namesLists, {})
        const lines = table(value, [
          { title: 'List', value: ({ list }) => list },
          { title: 'Names', value: ({ words }) => count(words), side: 'right' },
        ])
        return { value, lines: lines.length > 0 ? lines : ['There is no list.'] }
      }),
    )
  names
    .command('set')
    .description('Puts a list in place of the one of that name.')
    .argument('<LIST>', 'what it is called')
    .requiredOption('--from <file>', 'a text with one name a line')
    .addHelpText('after', example('muniment names set "Juveniles of 2026" --from names.txt --as pat'))
    .action(
      runner.inVault(Bring, async ({ vault, surroundings }, { LIST: list, from }) => {
        const words = readText(surroundings.folder, from)
          .split('\n')
          .map((line) => line.trim())
        const value = await vault.ask(namesSet, { list, words: words.filter((line) => line !== '') })
        return { value, lines: [`${list}: ${counted(value.words, 'name')}. Delete the file if nobody else needs it.`] }
      }),
    )
  names
    .command('remove')
    .description('Takes a list away.')
    .argument('<LIST>', 'what it is called')
    .addHelpText('after', example('muniment names remove "Juveniles of 2026" --as pat'))
    .action(
      runner.inVault(Named, async ({ vault }, { LIST: list }) => {
        const value = await vault.ask(namesSet, { list, words: [] })
        return { value, lines: [`${list} is gone.`] }
      }),
    )
  names
    .command('found')
    .description('Tells where a record says a name of a list.')
    .argument('<RECORD>', 'its number, as “records” lists it')
    .addHelpText('after', example('muniment names found 1405'))
    .action(
      runner.inVault(Of, async ({ vault }, { RECORD: record }) => {
        const value = await vault.ask(namesFound, { record })
        const lines = table(value, [
          { title: 'List', value: ({ list }) => list },
          { title: 'From', value: ({ from }) => count(from), side: 'right' },
          { title: 'To', value: ({ to }) => count(to), side: 'right' },
        ])
        return { value, lines: lines.length > 0 ? lines : ['It says none of them.'] }
      }),
    )
}) satisfies CommandFile
