import { MunimentError } from '../../../../shared/contract/error.ts'
import { packetVerify } from '../../../../shared/contract/request.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { readFile } from '../../vault/cipher/fs-promises.ts'
import { answer } from '../../vault/handler.ts'
import { holderOfKey } from '../../vault/repository/account/person-key.ts'
import { recallOfPacket } from '../../vault/repository/packet/packet-set.ts'
import { wasIssued } from '../../vault/repository/packet/production-seal.ts'
import { checkPacketFile } from '../verify/check.ts'
import { verified } from '../verify/verified.ts'

export default answer(packetVerify, async ({ db, files, signal }, { packet, letter, opening }) => {
  const file = files(packet)
  if (file === undefined)
    throw new MunimentError('GRANT_UNKNOWN', 'The packet is no longer known. Choose the file again.')
  const shown = opening === null ? null : files(opening)
  if (shown === undefined)
    throw new MunimentError('GRANT_UNKNOWN', 'The opening is no longer known. Choose the file again.')
  const said = shown === null ? null : await readFile(shown.path, 'utf8').catch(() => '')
  const checked = await checkPacketFile(file.path, letter, signal, said).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new MunimentError(
      'FILE_UNREADABLE',
      `${file.name} cannot be read. Nothing was changed; check the file and try again.`,
      { cause: error },
    )
  })
  const digest = Digest.parse(checked.digest)
  const key = checked.opened?.key ?? null
  const recall = recallOfPacket(db, digest)
  return {
    ...verified(checked),
    issuedHere: wasIssued(db, digest),
    recalled: recall === null ? null : { at: recall.at, replacedBy: recall.replacedBy },
    openingKey: key?.checked === true ? holderOfKey(db, Buffer.from(key.publicKey, 'hex')) : null,
  }
})
