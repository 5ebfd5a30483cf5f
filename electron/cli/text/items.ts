// The single items of an export, in lines.
import type { z } from 'zod'
import type { ExportItem, producedItems } from '../../../shared/contract/produced.ts'
import { count, counted, when } from './number.ts'
import { oneLine } from './printable.ts'
import { table } from './table.ts'

/** @param zone the City's zone */
export function itemLines(
  { platform, layout, ownerHandle, total, found, failed, items }: z.output<typeof producedItems.output>,
  zone: string,
): string[] {
  return [
    ...table<ExportItem>(items, [
      { title: 'Item', value: ({ ref }) => ref },
      { title: 'When', value: ({ at }) => when(at, zone) },
      { title: 'Kind', value: ({ kind }) => kind },
      { title: 'Author', value: ({ author }) => author, most: 20 },
      { title: 'Text', value: ({ text }) => oneLine(text), most: 60 },
    ]),
    '',
    `${counted(found, 'item')} of ${count(total)} in this export of ${platform} (${layout})${ownerHandle === null ? '' : ` by @${ownerHandle}`}.`,
    ...(items.length < found ? [`The first ${count(items.length)} are listed; name words or days to see others.`] : []),
    ...(failed === 0 ? [] : [`${counted(failed, 'item or file', 'items or files')} could not be read.`]),
    'Nothing was stored.',
  ]
}
