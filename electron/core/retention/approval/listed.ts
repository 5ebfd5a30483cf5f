// The lists of a plan compared with what the vault knows at a moment: asked when it is drawn up, at each approval, and again at execution.
import type { CheckedList } from '../../../../shared/domain/disposition/disposition.ts'
import type { ListedComparison, ListKind } from '../../../../shared/domain/disposition/listed.ts'
import { compareListed } from '../../../../shared/domain/disposition/listed-judge.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listedAnswers, listedHolds, listedRequests } from '../../vault/repository/disposition/listed.ts'
import { listToCompare } from '../plan/checked-list.ts'

/** The day by which it is asked, and for how many days lists and answers count. */
export interface ListTerms {
  readonly zone: string
  readonly days: number
  readonly today: LocalDate
}

type Lists = readonly (CheckedList & { readonly kind: ListKind })[]

/** The comparison; `unread`: lists that the vault cannot read again, which so were compared with nothing. */
export function compareLists(
  db: Driver,
  folder: string,
  lists: Lists,
  terms: ListTerms,
): { readonly comparison: ListedComparison; readonly unread: readonly string[] } {
  const read = lists.map((list) => ({ name: list.name, list: listToCompare(folder, list.kind, list) }))
  const known = { requests: listedRequests(db), holds: listedHolds(db), answered: listedAnswers(db, terms) }
  return {
    comparison: compareListed(
      read.flatMap(({ list }) => list ?? []),
      known,
    ),
    unread: read.flatMap(({ name, list }) => (list === null ? [name] : [])),
  }
}
