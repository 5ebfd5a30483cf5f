// Owns giving a capture of pages its browser and the folder of its log-in.
import { createHash } from 'node:crypto'
import { profileWords } from '../../../../../shared/contract/browser.ts'
import type { AccountId } from '../../../../../shared/domain/id.ts'
import type { JobContext } from '../../../job/define.ts'
import { readVaultFile } from '../../../vault/about.ts'
import type { PageMeans } from '../../way.ts'

const KEY = 16

/** What a job captures pages with; null where there is no browser here. */
export function pageMeans(context: JobContext, account: AccountId): PageMeans | null {
  const { browser, folder, checkpoint } = context
  if (browser === null) return null
  // Taken up again, a job draws others: an earlier browser may still be ending.
  const label = `browser ${JSON.stringify(checkpoint)}`
  let drawn = 0
  const key = () => {
    drawn += KEY
    return Buffer.from(context.random(label, drawn - KEY, KEY)).toString('hex')
  }
  return { program: browser, profile: profileOf(readVaultFile(folder).vaultId, account), key, seen: () => {} }
}

/** The name of an account's folder in which its log-in is kept on this desk; it tells neither account nor vault. */
function profileOf(vaultId: string, account: AccountId): string {
  return createHash('sha256').update(profileWords(vaultId, account)).digest('hex').slice(0, 32)
}
