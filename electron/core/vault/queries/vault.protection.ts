import { vaultProtection } from '../../../../shared/contract/protection.ts'
import { hasPassphrase, hasRecoveryKey } from '../cipher/key-file.ts'
import { answer } from '../handler.ts'
import { lookAtPlace } from '../place/look.ts'
import { lookAtEncryption } from '../place/look-encryption.ts'

export default answer(vaultProtection, async ({ folder }) => {
  const [disk, place] = await Promise.all([lookAtEncryption(folder), lookAtPlace(folder)])
  const own = { passphrase: hasPassphrase(folder), recoveryKey: hasRecoveryKey(folder) }
  return { ...own, disk, synced: place.kind === 'synced' ? place.service : null }
})
