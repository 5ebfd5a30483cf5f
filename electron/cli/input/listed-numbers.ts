// Records that a file lists by their numbers.
import type { RecordId } from '../../../shared/domain/id.ts'
import { recordNumbers } from '../../../shared/domain/record/record-numbers.ts'
import { UsageError } from '../failure.ts'
import { readText } from './file.ts'

/** @throws UsageError where a word of the file is no number of a record, or it lists none */
export function listedNumbers(folder: string, file: string): readonly RecordId[] {
  const { records, wrong } = recordNumbers(readText(folder, file))
  if (wrong !== null)
    throw new UsageError(`${file} holds “${wrong}”, which is no number of a record. Nothing was done.`)
  if (records.length === 0) throw new UsageError(`${file} lists no record.`)
  return records
}
