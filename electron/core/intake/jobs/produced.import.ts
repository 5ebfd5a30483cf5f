// Taking in single items of a personal account: they become a package of their own, read by the platform `produced`.
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { producedImport } from '../../../../shared/contract/produced.ts'
import { work } from '../../job/define.ts'
import { rm } from '../../vault/cipher/fs-promises.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { findAccount } from '../../vault/repository/account/people.ts'
import { beginImport } from '../begin.ts'
import { grantedFiles, withScratch } from '../granted.ts'
import { refuseOtherKind } from '../practice.ts'
import { writeExcerpt } from '../produced/excerpt.ts'
import { takeIn } from '../run-import.ts'

export default work(producedImport, true, async (context, input) => {
  const account = findAccount(context.db, input.account)
  if (account === null) {
    throw new MunimentError('ACCOUNT_UNKNOWN', 'That account is not in the register. Nothing was kept; add it first.')
  }
  if (account.personal === undefined) {
    throw new MunimentError(
      'INPUT_INVALID',
      `@${account.handle} is registered as an account of the City, whose exports are imported whole. Nothing was kept; register the personal account as such and choose it.`,
    )
  }
  return takeIn(context, input.account, async () => {
    const sources = grantedFiles(context.files, input.sources)
    await refuseOtherKind(context.db, sources)
    const [document = null] = input.document === null ? [] : grantedFiles(context.files, [input.document])
    const folder = join(context.folder, 'staging', `produced-${context.id}`)
    try {
      await rm(folder, { recursive: true, force: true })
      await withScratch(context.folder, 'produced', (scratch) =>
        writeExcerpt(context, folder, scratch, { ...input, account, sources, document }),
      )
      const source: GrantedFile = { path: folder, name: `Items produced by ${input.by}`, mode: 'read' }
      return await beginImport(context, [source], {
        account: input.account,
        platform: 'produced',
        mapping: null,
        leaveOut: [],
        attorney: null,
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
