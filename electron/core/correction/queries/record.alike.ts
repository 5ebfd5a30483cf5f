import { recordAlike } from '../../../../shared/contract/correction.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { answer } from '../../vault/handler.ts'
import { type Alike, alikeOf } from '../../vault/record/alike.ts'
import { recordRows } from '../../vault/record/read.ts'
import { mergesInto } from '../../vault/repository/intake/merge.ts'
import { separationsOf } from '../../vault/repository/intake/separation.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'

export default answer(recordAlike, ({ db }, { id }) => {
  refuseLocked(db, id)
  const found = alikeOf(db, id)
  const rows = new Map<number, ReturnType<typeof recordRows>[number]>(
    recordRows(
      db,
      found.map((one) => one.id),
    ).map((row) => [row.id, row]),
  )
  const alike = found.flatMap((one) => {
    const row = rows.get(one.id)
    return row === undefined ? [] : [{ row, why: whyOf(one) }]
  })
  return { alike, merges: mergesInto(db, id), separations: separationsOf(db, id) }
})

function whyOf({ by, apart }: Alike): string {
  const shared = by === 'words' ? 'the same words' : 'the same picture or file'
  if (apart === null) return `It has ${shared}.`
  if (apart < 1000) return `It has ${shared} at the same moment.`
  const [count, unit] =
    apart < 60_000
      ? [apart / 1000, 'second']
      : apart < 3600_000
        ? [apart / 60_000, 'minute']
        : [apart / 3600_000, 'hour']
  return `It has ${shared}, ${amount(Math.round(count), unit)} apart.`
}
