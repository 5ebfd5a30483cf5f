// Checking a packet file of this computer.
import { checkPacket } from '../../../../shared/packet/check.ts'
import type { Checked } from '../../../../shared/packet/report.ts'
import { nodeTools, openSource } from './node-tools.ts'

/** Checks a packet file. Findings are values; only a file that cannot be read at all throws. @param letter SHA-256 by the City's letter; @param opening the text of one */
export async function checkPacketFile(
  path: string,
  letter: string | null,
  signal: AbortSignal,
  opening: string | null = null,
): Promise<Checked> {
  const source = await openSource(path)
  try {
    return await checkPacket(source, nodeTools, { letter, opening, goOn: () => signal.throwIfAborted() })
  } finally {
    await source.close()
  }
}
