// Restrictions: records shown only on purpose, reviewed for release, lifted.
import { z } from 'zod'
import {
  restrictionFound,
  restrictionLift,
  restrictionList,
  restrictionPlace,
  restrictionReview,
  restrictionUndo,
} from '../../../shared/contract/restriction.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { mayBeReleased, RestrictionGround } from '../../../shared/domain/record/restriction.ts'
import { restrictionGrounds } from '../../../shared/text/stand-in.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { Nothing, Number1, RecordNumber } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Reason = z.string().trim().min(1).max(2000)
const Place = z.object({
  RECORDS: z.array(RecordNumber.pipe(RecordId)),
  search: z.string().optional(),
  ground: RestrictionGround,
  words: z.string().trim().min(1).max(60).optional(),
  reason: Reason,
})
const Review = z.object({ RECORD: RecordNumber.pipe(RecordId), reason: Reason, takeBack: z.boolean().default(false) })
const Lift = z.object({ RECORD: RecordNumber.pipe(RecordId), reason: Reason })
const Undo = z.object({ ACT: Number1 })
const NUMBER = 'its number, as “records” lists it'
const MOST = 1000

export default ((program, runner) => {
  const restrict = program
    .command('restrict')
    .description('Restrictions on records (juveniles, victims, booking photos, sealed): shown only on purpose.')
    .addHelpText('after', example('muniment restrict list'))
  restrict
    .command('place')
    .description('Restricts records, or all that a search finds as one act that can be undone.')
    .argument('[RECORDS...]', 'their numbers, as “records” lists them')
    .option('--search <query>', 'instead of numbers: everything that it finds')
    .requiredOption('--ground <word>', RestrictionGround.options.join(', '))
    .option('--words <text>', 'which other ground, as lists shall show it')
    .requiredOption('--reason <text>', 'why')
    .addHelpText(
      'after',
      example(
        'muniment restrict place 1811200000000000 --ground juvenile --reason "Names a student of 14"',
        'muniment restrict place --search "mugshot has:photo" --ground booking-photo --reason "Pen. Code 13665"',
      ),
    )
    .action(runner.inVault(Place, place))
  restrict
    .command('review')
    .description('Decides that a restricted record may stand in packets, or takes that back.')
    .argument('<RECORD>', NUMBER)
    .requiredOption('--reason <text>', 'why')
    .option('--take-back', 'it may no longer')
    .addHelpText('after', example('muniment restrict review 1811200000000000 --reason "The name is public" --as jo'))
    .action(
      runner.inVault(Review, async ({ vault }, { RECORD: record, reason, takeBack }) => {
        await vault.ask(restrictionReview, { record, release: !takeBack, reason })
        const said = takeBack ? 'is not for release' : 'is reviewed for release'
        return { value: { record, release: !takeBack }, lines: [`Record ${record} ${said}.`] }
      }),
    )
  restrict
    .command('lift')
    .description('Lifts the restriction of a record; what it was stays written down.')
    .argument('<RECORD>', NUMBER)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment restrict lift 1811200000000000 --reason "An adult since 2020"'))
    .action(
      runner.inVault(Lift, async ({ vault }, { RECORD: record, reason }) => {
        await vault.ask(restrictionLift, { record, reason })
        return { value: { record, restricted: false }, lines: [`Record ${record} is no longer restricted.`] }
      }),
    )
  restrict
    .command('undo')
    .description('Undoes an act upon all that a search found; what was lifted or changed since stays as it is.')
    .argument('<ACT>', 'its number, as “restrict place --search” told it')
    .addHelpText('after', example('muniment restrict undo 3'))
    .action(
      runner.inVault(Undo, async ({ vault }, { ACT: act }) => {
        const done = await vault.ask(restrictionUndo, { act })
        return { value: done, lines: [`${counted(done.lifted, 'record')} no longer restricted.`] }
      }),
    )
  restrict
    .command('list')
    .description('Lists the records that are restricted, on what ground, and whether they are reviewed for release.')
    .addHelpText('after', example('muniment restrict list'))
    .action(runner.inVault(Nothing, list))
}) satisfies CommandFile

const place: Work<z.output<typeof Place>> = async ({ vault }, { RECORDS: records, search, ground, words, reason }) => {
  const restriction = { ground, words: words ?? null, reason }
  if ((ground === 'other') !== (words !== undefined)) {
    throw new UsageError('--words: belongs to --ground other, and to no other ground')
  }
  if (search === undefined) {
    if (records.length === 0) throw new UsageError('RECORDS: name records, or give a --search')
    const done = await vault.ask(restrictionPlace, { records, restriction })
    return { value: done, lines: [told(done)] }
  }
  if (records.length > 0) throw new UsageError('RECORDS: either numbers or a --search')
  const done = await vault.run(restrictionFound, { search, restriction })
  const undo = done.act === null ? '' : ` “restrict undo ${done.act}” takes it back.`
  return { value: done, lines: [told(done) + undo] }
}

function told({ restricted, already }: { readonly restricted: number; readonly already: number }): string {
  return `${counted(restricted, 'record')} restricted${already > 0 ? `, ${already} stood so already` : ''}.`
}

const list: Work<unknown> = async ({ vault }) => {
  const found = await vault.ask(restrictionList, { limit: MOST })
  const { restrictions, total } = found
  const lines = table(restrictions, [
    { title: 'Record', value: ({ record }) => String(record), side: 'right' },
    { title: 'Ground', value: ({ ground, words }) => words ?? restrictionGrounds[ground] },
    { title: 'Since', value: ({ at }) => when(at, vault.about.zone) },
    { title: 'For release', value: (one) => (mayBeReleased(one) ? 'reviewed' : 'not reviewed') },
    { title: 'Why', value: ({ reason }) => reason, most: 40 },
  ])
  const rest =
    total > restrictions.length
      ? [`${total - restrictions.length} more; “records --search restricted” lists them.`]
      : []
  return { value: found, lines: total > 0 ? [...lines, ...rest] : ['Nothing is restricted.'] }
}
