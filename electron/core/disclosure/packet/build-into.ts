// Building a packet while whoever stores it reads it.

import { type BuildOptions, type Built, buildPacket } from './build.ts'
import type { Packet } from './packet.ts'
import { packetZip } from './zip.ts'

/**
 * Builds a packet into what stores its bytes, and waits for both, so that nothing goes on behind an error.
 * @throws what stops either; whichever fails, the one that stores ends with the reason
 */
export async function buildInto<Stored>(
  packet: Packet,
  options: BuildOptions,
  store: (bytes: AsyncIterable<Uint8Array>) => Promise<Stored>,
): Promise<{ readonly built: Built; readonly stored: Stored }> {
  const { production, practice, document } = packet
  const zip = packetZip(new Date(production.frozenAt), practice, document.draft !== null)
  const building = buildPacket(packet, zip, options).catch((error: unknown) => {
    zip.abandon(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  const [made, kept] = await Promise.allSettled([building, store(zip.bytes)])
  if (kept.status === 'rejected') throw kept.reason
  if (made.status === 'rejected') throw made.reason
  return { built: made.value, stored: kept.value }
}
