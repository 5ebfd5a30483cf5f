// The people who may act in the vault.
import { z } from 'zod'
import { personAdd, personList } from '../../../shared/contract/people.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { Role } from '../../../shared/domain/person.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { Nothing, Text } from '../input/schemas.ts'
import { table } from '../text/table.ts'

const Draft = z.object({ ID: PersonId, name: z.string().trim().min(1).max(200), title: Text, role: Role })

const list: Work<unknown> = async ({ vault }) => {
  const people = await vault.ask(personList, {})
  const lines = table(people, [
    { title: 'Short name', value: ({ id }) => id },
    { title: 'Name', value: ({ name }) => name, most: 40 },
    { title: 'Title', value: ({ title }) => title, most: 40 },
    { title: 'Role', value: ({ role }) => role },
  ])
  return { value: people, lines: lines.length > 0 ? lines : ['Nobody is named yet: “muniment people add”.'] }
}

export default ((program, runner) => {
  const people = program
    .command('people')
    .description('The people who may act in the vault; by itself it lists them.')
    .addHelpText('after', example('muniment people'))
    .action(runner.inVault(Nothing, list))
  people
    .command('list')
    .description('Lists the people.')
    .addHelpText('after', example('muniment people list --json'))
    .action(runner.inVault(Nothing, list))
  people
    .command('add')
    .description('Names a person. The short name then stands after --as.')
    .argument('<ID>', 'a short name in small letters, digits and hyphens')
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--role <role>', `one of ${Role.options.join(', ')}`)
    .option('--title <title>', 'office or position')
    .addHelpText('after', example('muniment people add dana-reyes --name "Dana Reyes" --role records-clerk'))
    .action(
      runner.inVault(Draft, async ({ vault }, { ID, name, title, role }) => {
        const person = await vault.ask(personAdd, { id: ID, name, title, role })
        return { value: person, lines: [`${person.name} may act as “--as ${person.id}”.`] }
      }),
    )
}) satisfies CommandFile
