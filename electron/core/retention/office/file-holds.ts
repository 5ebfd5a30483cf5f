// What holds one of the office's own files: a hold that names it, one that covers everything, one that covers a record that it is about.

import type { OfficeFileRef } from '../../../../shared/domain/disposition/office-file.ts'
import type { HoldMark } from '../../../../shared/domain/retention/subject.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { holdsOverAccount } from '../../vault/repository/disposition/held.ts'
import { standingHolds } from '../../vault/repository/disposition/hold.ts'
import { accountOfAccession, recordsOfFile } from '../../vault/repository/disposition/office-file.ts'
import { holdsNaming } from '../../vault/repository/disposition/office-series.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { distinctMarks } from '../hold/distinct-marks.ts'
import type { StandingHolds } from '../hold/standing-holds.ts'

/** The holds over files of the office, of one moment. */
export interface FileHolds {
  /** Those that name it, or cover everything. */
  naming(file: OfficeFileRef): HoldMark[]
  /** Those that cover what it is about; asked only of a file that may go otherwise. */
  covering(file: OfficeFileRef): HoldMark[]
}

/** @param holds over records. A request holds records; of the office's files it holds its own, and those that its hold names. */
export function holdsOverFiles(db: Driver, holds: StandingHolds): FileHolds {
  const general = standingHolds(db)
    .filter(({ hold: { scope } }) => {
      const { accounts, search, from, to, recordIds } = scope
      return accounts.length + recordIds.length === 0 && search === null && from === null && to === null
    })
    .filter(({ request }) => request === null)
    .map(({ hold }) => markOf(hold))
  return {
    naming: (file) => distinctMarks([...holdsNaming(db, file).map(markOf), ...general]),
    covering: (file) => {
      if (file.kind === 'remainder') return overImport(db, file.id)
      const rows = subjectsOf(db, recordsOfFile(db, file))
      return distinctMarks(rows.flatMap(holds.over(rows)).filter(({ kind }) => kind === 'hold'))
    },
  }
}

/** Nobody has read what a remainder says: whatever holds anything of its account may mean it. */
function overImport(db: Driver, accession: string): HoldMark[] {
  const account = accountOfAccession(db, accession)
  if (account === null) return []
  return holdsOverAccount(db, account).map((label) => ({ kind: 'hold', id: label, label, basis: 'over its account' }))
}

function markOf({
  id,
  label,
  basis,
}: {
  readonly id: number
  readonly label: string
  readonly basis: string
}): HoldMark {
  return { kind: 'hold', id, label, basis }
}
