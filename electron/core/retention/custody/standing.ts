// Whether the receipts that a plan to give up custody rests on still stand, in sentences.
import { join } from 'node:path'
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { existsSync } from '../../vault/cipher/fs.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { listTransfers } from '../../vault/repository/disposition/transfer.ts'

/** What is not as the plan has it; nothing of a plan of destruction. */
export function receiptsMissing(db: Driver, folder: string, { custody = [] }: Pick<PlanFile, 'custody'>): string[] {
  const known = new Map(listTransfers(db).map((one) => [one.id, one]))
  return custody.flatMap(({ transfer, name, bag, receipt }) => {
    const now = known.get(transfer)
    if (now === undefined || now.bag !== bag || now.receipt?.document !== receipt.document) {
      return [`The receipt that counts for ${name} is not the one that the plan rests on. Draw up a new plan.`]
    }
    if (!existsSync(join(folder, objectPath(receipt.document))))
      return [`The receipt for ${name}, signed by ${receipt.signedBy}, is not in the vault any more.`]
    return []
  })
}
