// The document in which an import ends, made from what was planned, counted and compared.
import type { Comparison, Reconciliation, ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import { Instant, isoInstant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { compareWithEarlier, laterMade } from '../vault/record/compare.ts'
import { leftOutOf } from '../vault/repository/intake/left-out.ts'
import { unnamedMedia } from '../vault/repository/object.ts'
import type { OpenedExport } from './begin.ts'
import { blankLine } from './blank-line.ts'
import { type ImportFinding, listed } from './checkpoint.ts'
import { leftOutLines, openedLine } from './left-out-lines.ts'
import { isMedia } from './numbered-export.ts'
import type { FilePlan } from './platform.ts'
import type { ReadResult } from './read-records.ts'
import { emptyTally, type FileTally } from './tally.ts'

/** Makes the reconciliation. Every file of the export has a line: read, kept unread, media, quarantined or unknown. */
export function reconcile(
  db: Driver,
  opened: OpenedExport,
  { checkpoint: end, tallies, media }: Pick<ReadResult, 'checkpoint' | 'tallies' | 'media'>,
): Reconciliation {
  const { plan, platform } = opened
  const lines = [
    ...gathered(plan.files.map((file, place) => planLine(file, tallies.get(place) ?? emptyTally()))),
    ...plan.absent.map((one) => blankLine(one.file, one.type, 'absent', one.claimed, one.claimed, null)),
    ...otherLines(opened),
    ...leftOutLines(leftOutOf(db, end.accession)),
  ]
  const sum = (pick: (line: ReconciliationLine) => number) => lines.reduce((total, line) => total + pick(line), 0)
  const totals = {
    claimed: sum((line) => line.claimed ?? 0),
    read: sum((line) => line.read),
    stored: sum((line) => line.stored),
    versions: sum((line) => line.versions),
    merged: sum((line) => line.merged),
    same: sum((line) => line.same),
    passedOver: sum((line) => line.passedOver.reduce((count, one) => count + one.count, 0)),
    failed: sum((line) => line.failed),
    unexplained: sum(unexplainedOf),
  }
  // An export without records of any kind says nothing of those that an earlier one held.
  const comparison: Comparison | null =
    totals.read === 0 || platform.excerpt === true ? null : compareWithEarlier(db, end.accession, totals)
  return {
    platform: platform.name,
    layout: plan.layout,
    parser: platform.parser,
    generatedAt: plan.generatedAt,
    ownerHandle: plan.ownerHandle,
    ownerNativeId: plan.ownerNativeId,
    lines,
    totals,
    media: {
      named: media.named,
      found: media.named - media.missing,
      missing: media.missing,
      unnamed: unnamedMedia(db, end.accession),
      bytes: media.bytes,
    },
    comparison,
    findings: [...madeBefore(db, end.accession), ...listed(end)],
    neverExported: [...platform.neverExported],
    ...(plan.produced === undefined ? {} : { produced: plan.produced }),
  }
}

/** An export that arrives after a later one: nothing is lost, but what arrived last counts as newest. */
function madeBefore(db: Driver, accession: number): ImportFinding[] {
  const later = laterMade(db, accession)
  if (later === null) return []
  const which = `accession ${later.id}, made ${isoInstant(Instant.parse(later.generated_at))}`
  const sentence = `This export was made before one that is in the vault already (${which}): what it holds differently was added as versions. The version that arrived last is shown as the newest, though it is the older one here.`
  return [{ code: 'made-before', file: null, position: null, sentence }]
}

/** What nobody has explained on a line: items claimed and not read, or read and lost on the way. */
function unexplainedOf(line: ReconciliationLine): number {
  const passedOver = line.passedOver.reduce((count, one) => count + one.count, 0)
  const accounted = line.stored + line.versions + line.same + line.merged + passedOver + line.failed
  const lost = line.status === 'read' || line.status === 'failed' ? Math.abs(line.read - accounted) : 0
  return Math.abs(line.difference ?? 0) + lost
}

/** Files kept unread for one reason in one folder (a real export has thousands of the viewer's) share a line. */
function gathered(lines: readonly ReconciliationLine[]): ReconciliationLine[] {
  const folderOf = (line: ReconciliationLine) => line.file.split('/').slice(0, -1)[0] ?? ''
  const alike = Map.groupBy(lines, (line) =>
    line.status === 'kept-unread' && line.claimed === null ? `${folderOf(line)}/ ${line.type} ${line.note}` : line.file,
  )
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length < 4) return group
    return [{ ...first, file: `${folderOf(first)}/`, note: `${group.length} files. ${first.note ?? ''}`.trim() }]
  })
}

function planLine(file: FilePlan, tally: FileTally): ReconciliationLine {
  if (file.use !== 'records') {
    const status = file.use === 'unread' ? 'kept-unread' : 'unknown'
    return blankLine(file.name, file.type, status, file.claimed, null, file.note)
  }
  const { read, stored, versions, same, merged, failed, damaged } = tally
  const passedOver = Object.entries(tally.passedOver).map(([reason, count]) => ({ reason, count }))
  const status = damaged !== null ? 'failed' : read === 0 ? 'empty' : 'read'
  const difference = file.claimed === null ? null : file.claimed - (read - tally.nested)
  const note = damaged ?? file.note
  return {
    file: file.name,
    type: file.type,
    status,
    claimed: file.claimed,
    read,
    stored,
    versions,
    merged,
    same,
    passedOver,
    failed,
    difference,
    note,
  }
}

/** Members that the plan does not name: media by folder, quarantined ones one by one, the rest unknown. */
function otherLines(opened: OpenedExport): ReconciliationLine[] {
  const planned = new Set(opened.plan.files.map((file) => file.member))
  const folders = new Map<string, number>()
  const lines: ReconciliationLine[] = []
  for (const member of opened.members) {
    if (planned.has(member) || member.finding?.code === 'left-out') continue
    const name = opened.tree.nameOf(member)
    if (opened.tree.opened.has(member)) lines.push(openedLine(name))
    else if (isMedia(opened, member)) {
      const folder = name.slice(0, name.lastIndexOf('/') + 1)
      folders.set(folder, (folders.get(folder) ?? 0) + 1)
    } else if (member.finding) {
      lines.push(blankLine(name, '', 'quarantined', null, null, member.finding.sentence))
    } else {
      lines.push(
        blankLine(
          name,
          '',
          'unknown',
          null,
          null,
          'Not a file that this version knows. It is kept in the sealed package.',
        ),
      )
    }
  }
  const media = [...folders].map(([folder, count]) =>
    blankLine(
      folder === '' ? '(at the top of the export)' : folder,
      'media',
      'media',
      null,
      null,
      `${count} file${count === 1 ? '' : 's'}`,
    ),
  )
  return [...media, ...lines]
}
