// The lines of a plan for the office's own files: those that may go, each with what binds it, and those that stay.
import {
  type KeptFileRow,
  OfficeFileKind,
  type PlanFileRow,
} from '../../../../shared/domain/disposition/office-file.ts'
import type { RetentionContext } from '../../../../shared/domain/retention/subject.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { commitmentOfFile } from '../../vault/office/commit.ts'
import { recordIdsOf } from '../../vault/repository/disposition/office-content.ts'
import type { StandingHolds } from '../hold/standing-holds.ts'
import type { PlanHead } from '../plan/file.ts'
import { holdsOverFiles } from './file-holds.ts'
import { judgeFiles } from './judge-files.ts'

/** Lines of a plan. */
export interface FileLines {
  readonly files: PlanFileRow[]
  readonly filesKept: KeptFileRow[]
}

interface Drawing {
  readonly db: Driver
  readonly context: RetentionContext
  readonly holds: StandingHolds
  /** Whether a record may be destroyed by the same plan. */
  readonly goes: (record: number) => boolean
}

/** Draws them up. */
export function drawUpFiles({ db, context, holds, goes }: Drawing): FileLines {
  const staying = (accession: string) => recordIdsOf(db, accession).filter((record) => !goes(record)).length
  const judged = judgeFiles(db, { context, holds: holdsOverFiles(db, holds) }, staying)
  const files: PlanFileRow[] = []
  const filesKept: KeptFileRow[] = []
  for (const { facts, goes: line, stays } of judged) {
    if (stays !== null) {
      filesKept.push(stays)
      continue
    }
    const commitment = commitmentOfFile(db, facts)
    if (commitment !== null) files.push({ ...line, commitment })
    else {
      const { kind, id } = facts
      filesKept.push({
        kind,
        id,
        reason: 'waits',
        on: line.eligibleOn,
        detail: 'It was begun while the plan was drawn up.',
      })
    }
  }
  return { files, filesKept }
}

/** How many files of each kind that has any may go, and how many stay. */
export function fileCounts({ files = [], filesKept = [] }: Pick<PlanHead, 'files' | 'filesKept'>) {
  return OfficeFileKind.options.flatMap((kind) => {
    const eligible = files.filter((one) => one.kind === kind).length
    const kept = filesKept.filter((one) => one.kind === kind).length
    return eligible + kept === 0 ? [] : [{ kind, eligible, kept }]
  })
}
