import { letterStatement } from '../../../../shared/contract/letter.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { letterToSign } from '../letter/to-sign.ts'

export default answer(letterStatement, (context, { id, signer, at }) => {
  const on = localDate(at, readVaultFile(context.folder).zone)
  const { statement, digest } = letterToSign(context, id, signer, on)
  return { statement, digest }
})
