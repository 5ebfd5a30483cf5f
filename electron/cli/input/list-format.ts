// How a list is written, by the ending of its file.
import { extname } from 'node:path'
import { ListFormat } from '../../../shared/domain/record/record.ts'
import { UsageError } from '../failure.ts'

/** @throws UsageError where the file ends with none of them */
export function listFormat(file: string): ListFormat {
  const format = ListFormat.safeParse(extname(file).slice(1).toLowerCase())
  if (format.success) return format.data
  throw new UsageError(`“${file}” must end with ${ListFormat.options.map((one) => `.${one}`).join(' or ')}.`)
}
