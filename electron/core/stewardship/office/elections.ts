// The elections that an office reckons with: the state's, and its own as it entered them.
import type { z } from 'zod'
import type { ElectionKnown } from '../../../../shared/contract/office.ts'
import { elections } from '../../../../shared/law/elections.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { officeEntries } from './entries.ts'

/** All of them by their days; of those that were entered, the ones that are in use. */
export function electionCalendar(db: Driver): z.infer<typeof ElectionKnown>[] {
  const own = officeEntries(db, ['election']).flatMap(({ id, said, stands }) =>
    said.kind === 'election' && stands ? [{ name: said.name, on: said.on, source: said.source, entry: id }] : [],
  )
  const state = elections.map(({ name, on, source }) => ({ name, on, source, entry: null }))
  return [...state, ...own].toSorted((one, other) => one.on.localeCompare(other.on))
}
