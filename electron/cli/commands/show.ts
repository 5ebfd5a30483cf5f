// One record whole.
import { z } from 'zod'
import { recordPrint, recordShow, type ShownRecord } from '../../../shared/contract/record.ts'
import { recordCopies } from '../../../shared/contract/record-copies.ts'
import { restrictionOpen } from '../../../shared/contract/restriction.ts'
import { retentionExplain } from '../../../shared/contract/schedule.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import type { Version } from '../../../shared/domain/record/record.ts'
import { removedByWords } from '../../../shared/text/removal-words.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { Day, RecordNumber } from '../input/schemas.ts'
import { copyLines } from '../text/copies.ts'
import { bytes, count, when } from '../text/number.ts'
import { facts } from '../text/table.ts'

const Input = z.object({
  RECORD: RecordNumber.pipe(RecordId),
  open: z.boolean().default(false),
  why: z.boolean().default(false),
  copies: z.boolean().default(false),
  asOf: Day.nullable().default(null),
  out: z.string().min(1).optional(),
})

type Explanation = z.infer<typeof retentionExplain.output>

export default ((program, runner) => {
  program
    .command('show')
    .description('Shows a record whole: every version, its media, its numbers and where each was seen.')
    .argument('<RECORD>', 'its number, as “records” lists it')
    .option('--open', 'opens a restricted record on purpose, which the ledger keeps')
    .option('--why', 'also why it is classified so, until when it is kept and what holds it')
    .option('--copies', 'where else it is: packets, prints, backups; of a destroyed record, too')
    .option('--as-of <date>', 'the day for which --why reckons (today)')
    .option('--out <file>', 'write it as a PDF to print instead')
    .addHelpText('after', example('muniment show 1811200000000000', 'muniment show 1811200000000000 --why'))
    .action(
      runner.inVault(Input, async ({ vault, surroundings }, { RECORD: id, open, why, copies, asOf, out }) => {
        if (copies) {
          const value = await vault.ask(recordCopies, { id })
          return { value, lines: copyLines(value, vault.about.zone) }
        }
        if (open) await vault.ask(restrictionOpen, { record: id })
        if (out !== undefined) {
          mustNotExist(surroundings.folder, out)
          const value = await vault.run(recordPrint, { id, to: await vault.grant(out, 'write') })
          return { value, lines: [`Record ${id} written to ${out}.`] }
        }
        const record = await vault.ask(recordShow, { id, opened: open })
        const retention = why ? await vault.ask(retentionExplain, { id, asOf }) : null
        return {
          value: why ? { ...record, retention } : record,
          lines: [
            ...recordLines(record, vault.about.zone),
            ...(retention === null ? [] : retentionLines(retention, vault.about.zone)),
          ],
        }
      }),
    )
}) satisfies CommandFile

function recordLines(record: ShownRecord, zone: string): string[] {
  return [
    ...facts([
      ['Record', String(record.id)],
      ['Kind', record.state === 'live' ? record.kind : `${record.kind} (${record.state} on the platform)`],
      ['Platform', `${record.platform}, id ${record.nativeId}`],
      ['Author', record.author],
      [
        'Made',
        `${when(record.at, zone)} (the source says ${record.atSource ?? 'nothing'}, exact to the ${record.precision})`,
      ],
      ...(record.unshown === null ? [] : [['Shown', unshownWords(record, zone)] as const]),
      ['Series', record.series ?? 'none yet'],
      ...record.measures.map(({ name, value, seenAt }) => [name, `${count(value)} (${when(seenAt, zone)})`] as const),
    ]),
    ...record.versions.flatMap((version) => versionLines(version, record.versions.length)),
  ]
}

/** Since when it is not shown, by which captures, and by whom as far as the log of removed content says. */
function unshownWords({ unshown, removal }: ShownRecord, zone: string): string {
  if (unshown === null) return ''
  const { change, from, to, shownIn, missingIn } = unshown
  const captures =
    shownIn === missingIn
      ? `capture ${missingIn} has it first, and so`
      : `capture ${shownIn} shows it, capture ${missingIn} does not`
  const log = removal === null ? 'by whom is unknown' : `entry ${removal.entry}: ${removedByWords[removal.by]}`
  return `${change === 'gone' ? 'no longer' : 'hidden from the public'}: between ${when(from, zone)} and ${when(to, zone)} (${captures}; ${log})`
}

function versionLines(version: Version, of: number): string[] {
  return [
    '',
    `Version ${version.number} of ${of}, SHA-256 ${version.digest}`,
    ...version.text.split('\n').map((line) => `  ${line}`),
    ...version.links.map(({ shown, target }) => `  link ${shown} → ${target}`),
    ...version.media.map(
      ({ role, name, size, missing }) => `  ${role} ${name}: ${size === null ? (missing ?? 'not kept') : bytes(size)}`,
    ),
    ...version.observations.map(
      ({ packageName, member, pointer, start, length }) =>
        `  seen in ${packageName}, ${member}${pointer}, bytes ${count(start)} to ${count(start + length)}`,
    ),
  ]
}

function retentionLines(explanation: Explanation, zone: string): string[] {
  return [
    '',
    explanation.verdict,
    ...explanation.trace.map(({ citation, sentence }) => `  ${sentence}${citation === '' ? '' : ` (${citation})`}`),
    ...explanation.events.map(({ code, on, how }) => `  Event ${code} on ${on}, ${how}`),
    ...explanation.holds.map((hold) => `  Held: ${hold}`),
    ...explanation.history.map(
      ({ series, decidedAt, decidedBy, rule, reason }) =>
        `  ${when(decidedAt, zone)}: ${series ?? 'no series'} by ${decidedBy ?? (rule === null ? 'somebody' : `rule ${rule}`)}: ${reason}`,
    ),
  ]
}
