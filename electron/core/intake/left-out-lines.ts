// Lines of a reconciliation about files whose bytes were not kept, and about archives that were opened.
import { FILE_GROUP_WORDS, FileGroup } from '../../../shared/domain/intake/file-group.ts'
import type { ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import type { LeftOutRow } from '../vault/repository/intake/left-out.ts'
import { blankLine } from './blank-line.ts'

/** More files of a group than this share a line; each one's name, size and digest stand in the catalog. */
const MOST_ALONE = 12

const KEPT = 'Its name, size and SHA-256 are kept; its bytes are not.'
const ALL_KEPT = 'Their names, sizes and SHA-256 are kept; their bytes are not.'

/** A line for each file left out, or for a group of many. */
export function leftOutLines(rows: readonly LeftOutRow[]): ReconciliationLine[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const [first] = group
    if (first === undefined) return []
    const allowed = first.attorney === null ? '' : ` Allowed by ${first.attorney}.`
    if (kind === 'opened') return group.map(({ name }) => openedLine(name))
    if (group.length <= MOST_ALONE) {
      return group.map(({ name, reason }) => line(name, kind, `${reason} ${KEPT}${allowed}`))
    }
    const bytes = group.reduce((sum, { size }) => sum + size, 0)
    const note = `${group.length} files, ${bytes.toLocaleString('en-US')} bytes. ${first.reason} ${ALL_KEPT}${allowed}`
    const known = FileGroup.safeParse(kind)
    return [line(known.success ? FILE_GROUP_WORDS[known.data] : kind, kind, note)]
  })
}

function line(file: string, kind: string, note: string): ReconciliationLine {
  return blankLine(file, kind, 'left-out', null, null, note)
}

/** The line of an archive that was opened. */
export function openedLine(name: string): ReconciliationLine {
  const note =
    'An archive inside the export. It was opened: what it holds is a package of its own, with lines of its own.'
  return blankLine(name, 'archive', 'kept-unread', null, null, note)
}
