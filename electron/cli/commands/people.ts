// The people who may act in the vault.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { personAdd, personChange, personEnd, personHistory, personList } from '../../../shared/contract/people.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { Role } from '../../../shared/domain/people/person.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { Nothing, Text } from '../input/schemas.ts'
import { when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Draft = z.object({ ID: PersonId, name: z.string().trim().min(1).max(200), title: Text, role: Role })

const Reason = z.string().trim().min(1).max(500)
const Change = z.object({
  ID: PersonId,
  name: Draft.shape.name.optional(),
  title: z.string().trim().max(200).optional(),
  role: Role.optional(),
  reason: Reason,
})
const End = z.object({ ID: PersonId, reason: Reason })

const list: Work<unknown> = async ({ vault }) => {
  const people = await vault.ask(personList, {})
  const lines = table(people, [
    { title: 'Short name', value: ({ id }) => id },
    { title: 'Name', value: ({ name }) => name, most: 40 },
    { title: 'Title', value: ({ title }) => title, most: 40 },
    { title: 'Role', value: ({ role }) => role },
    { title: 'Acts', value: ({ endedAt }) => (endedAt === undefined ? 'yes' : 'no more') },
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
  people
    .command('change')
    .description('Gives a person another name, title or role; who acted no more acts again.')
    .argument('<ID>', 'their short name')
    .requiredOption('--reason <text>', 'why')
    .option('--name <name>', 'full name')
    .option('--title <title>', 'office or position')
    .option('--role <role>', `one of ${Role.options.join(', ')}`)
    .addHelpText(
      'after',
      example('muniment people change dana-reyes --role custodian --reason "Appointed" --as pat-moreno'),
    )
    .action(
      runner.inVault(Change, async ({ vault }, { ID, reason, ...changes }) => {
        const known = (await vault.ask(personList, {})).find(({ id }) => id === ID)
        if (known === undefined) {
          throw new MunimentError('PERSON_UNKNOWN', `Nobody called ${ID} is in this vault. Nothing was changed.`)
        }
        const { name = known.name, title = known.title, role = known.role } = changes
        const person = await vault.ask(personChange, { id: ID, name, title, role, reason })
        return { value: person, lines: [`${person.name}: ${[person.title, person.role].filter(Boolean).join(', ')}.`] }
      }),
    )
  people
    .command('end')
    .description('Says that a person acts no more; what they did keeps their name.')
    .argument('<ID>', 'their short name')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment people end dana-reyes --reason "Retired" --as pat-moreno'))
    .action(
      runner.inVault(End, async ({ vault }, { ID, reason }) => {
        await vault.ask(personEnd, { id: ID, reason })
        return { value: { id: ID }, lines: [`${ID} acts in this vault no more.`] }
      }),
    )
  people
    .command('history')
    .description('Lists how names, titles and roles changed, the newest change first.')
    .addHelpText('after', example('muniment people history'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const changes = await vault.ask(personHistory, {})
        const lines = table(changes, [
          { title: 'When', value: ({ at }) => when(at, vault.about.zone) },
          { title: 'Who', value: ({ name }) => name, most: 30 },
          { title: 'What', value: ({ kind }) => kind },
          { title: 'Title', value: ({ title }) => title, most: 30 },
          { title: 'Role', value: ({ role }) => role },
          { title: 'Reason', value: ({ reason }) => reason, most: 40 },
        ])
        return { value: changes, lines }
      }),
    )
}) satisfies CommandFile
