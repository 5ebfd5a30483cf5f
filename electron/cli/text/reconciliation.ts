// A reconciliation as a table a person can check: every file that holds something, then what is left to say.
import { type BroughtClassification, broughtFacts } from '../../../shared/domain/classify/brought.ts'
import { producedFacts } from '../../../shared/domain/intake/produced.ts'
import type { Reconciliation, ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { bytes, count, counted, when } from './number.ts'
import { oneLine } from './printable.ts'
import { type Column, facts, table } from './table.ts'

/** Findings and samples shown before “and so many more”. */
const MOST_SHOWN = 12

const number = (title: string, value: (line: ReconciliationLine) => number | null): Column<ReconciliationLine> => ({
  title,
  side: 'right',
  value: (line) => {
    const found = value(line)
    return found === null ? '–' : count(found)
  },
})

const passedOver = ({ passedOver }: ReconciliationLine) => passedOver.reduce((sum, part) => sum + part.count, 0)

const columns: readonly Column<ReconciliationLine>[] = [
  { title: 'File', value: ({ file }) => file, most: 44 },
  number('Claimed', ({ claimed }) => claimed),
  number('Read', ({ read }) => read),
  number('New', ({ stored }) => stored),
  number('Versions', ({ versions }) => versions),
  number('Same', ({ same }) => same),
  number('Joined', ({ merged }) => merged),
  number('Passed over', passedOver),
  number('Failed', ({ failed }) => failed),
  number('Difference', ({ difference }) => difference),
]

/** The lines that count records, or do not add up; the others are told in sentences. */
const counts = ({ status, difference }: ReconciliationLine) =>
  status === 'read' || status === 'failed' || (difference !== null && difference !== 0)

/**
 * A reconciliation in lines.
 * @param zone the City's zone
 * @param whole every file and finding, instead of the first of each
 */
export function reconciliationLines(reconciliation: Reconciliation, zone: string, whole: boolean): string[] {
  const { lines, totals, media, comparison, findings, neverExported, produced, classified } = reconciliation
  const most = whole ? Number.POSITIVE_INFINITY : MOST_SHOWN
  const rest = lines.filter((line) => !counts(line))
  return [
    ...facts([
      ['Platform', `${reconciliation.platform} (${reconciliation.layout}, read by ${reconciliation.parser})`],
      [
        'Owner',
        `${reconciliation.ownerHandle ?? 'not said'}${reconciliation.ownerNativeId ? ` (${reconciliation.ownerNativeId})` : ''}`,
      ],
      ['Made by the platform', when(instantOf(reconciliation.generatedAt), zone)],
      ...(produced === undefined ? [] : producedFacts(produced)).map(([name, words]): [string, string] => [
        name,
        oneLine(words),
      ]),
    ]),
    '',
    ...table(lines.filter(counts), columns),
    '',
    ...reasonLines(lines),
    ...otherFiles(rest, whole),
    `Media: ${counted(media.named, 'file')} named by posts, ${count(media.found)} found, ${count(media.missing)} missing; ${count(media.unnamed)} that no post names; ${bytes(media.bytes)}.`,
    ...(comparison === null ? [] : comparisonLines(comparison, zone, most)),
    ...(classified === undefined ? [] : classifiedLines(classified, most)),
    ...shortened(
      findings.map(
        ({ code, file, sentence }) => `${code}${file === null ? '' : ` ${oneLine(file)}`}: ${oneLine(sentence)}`,
      ),
      'Finding',
      most,
    ),
    ...(whole ? neverExported.map((sentence) => `Never in such an export: ${oneLine(sentence)}`) : []),
    '',
    `${counted(totals.read, 'item')} read: ${count(totals.stored)} new, ${counted(totals.versions, 'new version')}, ${count(totals.same)} seen before, ${count(totals.merged)} joined, ${count(totals.passedOver)} passed over, ${count(totals.failed)} failed.`,
    totals.unexplained === 0 ? 'Nothing is unexplained.' : `UNEXPLAINED: ${counted(totals.unexplained, 'item')}.`,
  ]
}

/** What the rules made of the records, in lines. @param most findings shown */
export function classifiedLines(classified: BroughtClassification, most = MOST_SHOWN): string[] {
  const { ruleSet, refused, findings } = classified
  return [
    `Classified by rule set ${ruleSet}:`,
    ...(refused === null ? [] : [`The rules were not applied: ${oneLine(refused)}`]),
    ...facts(broughtFacts(classified).map(([name, figure]): [string, string] => [oneLine(name), figure])),
    ...shortened(
      findings.map(({ record, sentence }) => `record ${record}: ${oneLine(sentence)}`),
      'Rules',
      most,
    ),
  ]
}

function instantOf(at: number | null): Instant | null {
  return at === null ? null : Instant.parse(at)
}

function reasonLines(lines: readonly ReconciliationLine[]): string[] {
  return lines.flatMap((line) =>
    line.passedOver
      .filter((part) => part.count > 0)
      .map((part) => `Passed over in ${oneLine(line.file)}, ${count(part.count)}: ${oneLine(part.reason)}`),
  )
}

/** Unknown and quarantined files are always named; the kinds that are expected to hold nothing only counted. */
function otherFiles(lines: readonly ReconciliationLine[], whole: boolean): string[] {
  const named = lines.filter(({ status }) => whole || status === 'unknown' || status === 'quarantined')
  const silent = lines.filter((line) => !named.includes(line))
  const tally = new Map<string, number>()
  for (const { status } of silent) tally.set(status, (tally.get(status) ?? 0) + 1)
  const told = [...tally].map(([status, files]) => `${count(files)} ${status}`).join(', ')
  return [
    ...named.map(({ file, status, note }) => `${oneLine(file)}: ${status}${note === null ? '' : `, ${oneLine(note)}`}`),
    ...(silent.length === 0 ? [] : [`Other files: ${told}.`]),
  ]
}

function comparisonLines(comparison: NonNullable<Reconciliation['comparison']>, zone: string, most: number): string[] {
  return [
    `Against ${oneLine(comparison.against)}: ${count(comparison.added)} added, ${count(comparison.changed)} changed, ${count(comparison.same)} the same, ${count(comparison.notSeen)} no longer in the export.`,
    ...shortened(
      comparison.notSeenSample.map(
        ({ kind, at, text }) => `${kind}, ${when(instantOf(at), zone)}: ${oneLine(text).slice(0, 80)}`,
      ),
      'No longer there',
      Math.min(most, 5),
    ),
  ]
}

function shortened(texts: readonly string[], title: string, most: number): string[] {
  const shown = texts.slice(0, most).map((text) => `${title}: ${text}`)
  return texts.length <= most ? shown : [...shown, `… and ${count(texts.length - most)} more (--all shows them)`]
}
