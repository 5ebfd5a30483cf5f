import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordSource } from '../../../../shared/contract/record.ts'
import { maskSecrets } from '../../../../shared/text/mask-secrets.ts'
import { answer } from '../../vault/handler.ts'
import { fragmentsOf, versionText } from '../../vault/record/read.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { refuseRestricted } from '../../vault/repository/record/restriction.ts'

export default answer(recordSource, ({ db }, { id, version, unmasked, opened }) => {
  refuseLocked(db, id)
  refuseRestricted(db, id, opened)
  const fragments = fragmentsOf(db, id, version)
  if (fragments.length === 0) {
    throw new MunimentError('RECORD_UNKNOWN', 'There is no source for this version; it may have been destroyed.')
  }
  const decoder = new TextDecoder()
  const said = versionText(db, id, version)
  return fragments.map(({ role, bytes }) => {
    const source = decoder.decode(bytes)
    const { text, count } = maskSecrets(source, said)
    return { role, text: unmasked ? source : text, bytes: bytes.length, masked: count }
  })
})
