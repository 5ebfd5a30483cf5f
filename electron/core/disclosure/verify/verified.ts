// What a checked packet is, as far as the file alone tells it.
import type { PacketStatus } from '../../../../shared/contract/request.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import type { Checked } from '../../../../shared/packet/report.ts'
import { inWords } from '../../../../shared/packet/words.ts'

/** The answer to whoever has the file and no vault. */
export function verified(checked: Checked) {
  const { files, practice, draft, repacked, letter, findings } = checked
  return {
    digest: Digest.parse(checked.digest),
    files,
    status: statusOf(checked),
    ...{ practice, draft, repacked, letter },
    said: inWords(checked),
    findings: [...findings],
  }
}

function statusOf({ practice, draft, repacked, findings }: Checked): PacketStatus {
  if (findings.length > 0) return 'changed'
  if (draft) return 'draft'
  if (practice) return 'practice'
  return repacked ? 'repacked' : 'whole'
}
