// The City's time zone: what it was, what another would move, and the change.
import { z } from 'zod'
import { zoneChange, zoneList, zonePreview } from '../../../shared/contract/zone.ts'
import { Zone } from '../../../shared/domain/time.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { Nothing } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const One = z.object({ ZONE: Zone })
const Change = One.extend({ reason: z.string().trim().min(1).max(2000) })
const WHICH = ['<ZONE>', 'its IANA name, such as America/Los_Angeles'] as const

export default ((program, runner) => {
  const zone = program
    .command('zone')
    .description('The time zone in which the City’s days are reckoned; by itself it tells it, with its changes.')
    .addHelpText('after', example('muniment zone'))
    .action(runner.inVault(Nothing, list))
  zone
    .command('preview')
    .description('Tells what another time zone would move. Nothing is changed.')
    .argument(...WHICH)
    .addHelpText('after', example('muniment zone preview America/Denver'))
    .action(runner.inVault(One, preview))
  zone
    .command('change')
    .description('Reckons days in another time zone from now on. Refused while a job runs or can be taken up again.')
    .argument(...WHICH)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment zone change America/Denver --reason "Entered wrongly" --as dana-reyes'))
    .action(
      runner.inVault(Change, async ({ vault }, { ZONE, reason }) => {
        const done = await vault.run(zoneChange, { zone: ZONE, reason })
        const kept =
          done.held === 0 ? '' : ` Holds go on keeping ${counted(done.held, 'record')} that they would have let go.`
        return { value: done, lines: [`Days are reckoned in ${done.zone}; until now it was ${done.before}.${kept}`] }
      }),
    )
}) satisfies CommandFile

const list: Work<unknown> = async ({ vault }) => {
  const changes = await vault.ask(zoneList, {})
  const zone = changes[0]?.zone ?? vault.about.zone
  const lines = table(changes, [
    { title: 'When', value: ({ at }) => when(at, zone) },
    { title: 'From', value: ({ before }) => before },
    { title: 'To', value: (change) => change.zone },
    { title: 'Who', value: ({ by }) => by ?? '' },
    { title: 'Why', value: ({ reason }) => reason, most: 60 },
  ])
  return { value: { zone, changes }, lines: [zone, ...lines] }
}

const preview: Work<z.output<typeof One>> = async ({ vault }, { ZONE }) => {
  const moved = await vault.ask(zonePreview, { zone: ZONE })
  return {
    value: moved,
    lines: [
      `${counted(moved.days, 'record')} would be of another day, ${counted(moved.years, 'record')} of another calendar or fiscal year.`,
      `${counted(moved.holds, 'hold')} by days: what they hold they keep.`,
      `${counted(moved.requests, 'open request')}: the days stay, and begin and end at other moments.`,
      ...moved.jobs.map(({ kind, label }) => `Must end first: ${kind} ${label}`.trimEnd()),
    ],
  }
}
