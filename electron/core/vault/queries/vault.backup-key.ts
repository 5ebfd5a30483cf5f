import { backupKey } from '../../../../shared/contract/backup.ts'
import { readVaultFile } from '../about.ts'
import { answer } from '../handler.ts'
import { sealedPair } from '../key/age.ts'
import { refuseGuessed } from '../key/guessed.ts'

export default answer(backupKey, ({ folder }, { passphrase }) => {
  refuseGuessed(passphrase, readVaultFile(folder).city, 'No copy was made.')
  return sealedPair(passphrase)
})
