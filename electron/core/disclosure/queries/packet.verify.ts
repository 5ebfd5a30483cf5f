import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type PacketStatus, packetVerify } from '../../../../shared/contract/request.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { answer, type GrantedFile } from '../../vault/handler.ts'
import { recallOfPacket } from '../../vault/repository/packet-set.ts'
import { wasIssued } from '../../vault/repository/production-seal.ts'

export default answer(packetVerify, async ({ db, files, signal }, { packet }) => {
  const file = files(packet)
  if (file === undefined)
    throw new MunimentError('GRANT_UNKNOWN', 'The packet is no longer known. Choose the file again.')
  const digest = await digestOfFile(file, signal)
  // The archive library comes only into a thread that needs it.
  const { checkPacket } = await import('../verify/check.ts')
  const { files: count, practice, findings } = await checkPacket(file.path, signal)
  const issuedHere = wasIssued(db, digest)
  const recall = recallOfPacket(db, digest)
  return {
    digest,
    files: count,
    status: statusOf(practice, findings.length),
    practice,
    issuedHere,
    recalled: recall === null ? null : { at: recall.at, replacedBy: recall.replacedBy },
    findings: [...findings],
  }
})

function statusOf(practice: boolean, findings: number): PacketStatus {
  if (findings > 0) return 'changed'
  return practice ? 'practice' : 'whole'
}

async function digestOfFile({ path, name }: GrantedFile, signal: AbortSignal): Promise<Digest> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk)
  } catch (error) {
    if (signal.aborted) throw error
    throw new MunimentError(
      'FILE_UNREADABLE',
      `${name} cannot be read. Nothing was changed; check the file and try again.`,
      { cause: error },
    )
  }
  return Digest.parse(hash.digest('hex'))
}
