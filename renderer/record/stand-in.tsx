// What a list says in place of the words of a locked or restricted record.
import type { RecordRow } from '../../shared/domain/record/record.ts'
import { standInWords } from '../locale/en/restricted.ts'
import { Icon } from '../ui/icon.tsx'

/** The ground; nothing for a record that is shown. */
export function StandIn({ row }: { readonly row: Pick<RecordRow, 'locked' | 'restricted'> }) {
  const words = standInWords(row)
  return words === null ? null : (
    <span className="stand-in soft">
      <Icon name={row.locked === null ? 'hidden' : 'lock'} />
      <bdi>{words}</bdi>
    </span>
  )
}

/** Whether something stands in place of the words of a record. */
export function isGuarded({ locked, restricted }: Pick<RecordRow, 'locked' | 'restricted'>): boolean {
  return locked !== null || restricted !== null
}
