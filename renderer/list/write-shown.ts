// Has the vault write a list as it is shown.
import { listWrite } from '../../shared/contract/list.ts'
import type { GrantId, JobId } from '../../shared/domain/id.ts'
import type { ListFormat } from '../../shared/domain/record/record.ts'
import { start } from '../client/call.ts'
import type { ShownTable } from './table-text.ts'

/** Starts the writing. Rejects as {@link start}. */
export function writeShown(title: string, shown: ShownTable, format: ListFormat, to: GrantId): Promise<JobId> {
  const rows = shown.rows.map((row) => [...row])
  return start(listWrite, { title, columns: [...shown.columns], rows, format, to })
}
