import { backupKey } from '../../../../shared/contract/backup.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { whyGuessed } from '../../../../shared/text/passphrase.ts'
import { readVaultFile } from '../about.ts'
import { answer } from '../handler.ts'
import { sealedPair } from '../key/age.ts'

export default answer(backupKey, ({ folder }, { passphrase }) => {
  const why = whyGuessed(passphrase, [readVaultFile(folder).city])
  if (why !== null) throw new MunimentError('KEY_REFUSED', `This passphrase could be guessed. ${why} No copy was made.`)
  return sealedPair(passphrase)
})
