// The last files of a packet: its manifest, put together from the lists that grew while it was written, the digests, and the BagIt tags.
import { join } from 'node:path'
import { BAG_INFO, BAGIT, bagInfo, DECLARATION, TAG_SUMS, tagSums, UNLISTED } from '../../../../shared/packet/bagit.ts'
import { type Counts, MANIFEST, SUMS, sumLine } from '../../../../shared/packet/manifest.ts'
import type { DocumentSummary } from '../../typeset/document.ts'
import type { Packet } from './packet.ts'
import { pageNumber } from './pdf-number.ts'
import { stagedBytes } from './staged-file.ts'
import { NO_CLAIM, reviewInWords } from './statements.ts'
import type { PacketZip } from './zip.ts'

interface Ending {
  readonly root: string | null
  /** Root over the commitments; null where the packet holds none. */
  readonly commitments: string | null
  readonly counts: Counts
  /** Bytes and number of the files in the lists. */
  readonly octets: number
  readonly files: number
  readonly drawn: DocumentSummary
}

/** Adds the manifest, its digests and the tags; returns how many files these are. @param aside the folder with the lists `files`, `sums` and `leaves` */
export async function writeManifest(zip: PacketZip, packet: Packet, aside: string, ending: Ending): Promise<number> {
  const manifest = await zip.add(MANIFEST, manifestBytes(packet, aside, ending))
  const sums = await zip.add(SUMS, sumsOf(aside, sumLine(manifest)))
  const { production, document } = packet
  const { request } = production
  const bagged = {
    vault: document.vault,
    production: { request, number: numberOf(packet), frozenAt: frozenAt(packet) },
  }
  const declaration = await zip.add(BAGIT, text(DECLARATION))
  const info = await zip.add(BAG_INFO, text(bagInfo(bagged, ending.octets + manifest.size, ending.files + 1)))
  const digests = { [BAGIT]: declaration.sha256, [BAG_INFO]: info.sha256, [SUMS]: sums.sha256 }
  await zip.add(TAG_SUMS, text(tagSums(digests)))
  return UNLISTED.length
}

async function* manifestBytes(
  packet: Packet,
  aside: string,
  { root, commitments, counts, drawn }: Ending,
): AsyncGenerator<Uint8Array> {
  const { document, production, ledgerHead, practice, marking } = packet
  const facts = {
    format: 'muniment-packet',
    formatVersion: 1,
    practice,
    draft: document.draft !== null,
    muniment: document.muniment,
    statements: [...(marking === null ? [] : [marking.sentence]), reviewInWords(document), NO_CLAIM],
    vault: document.vault,
    production: {
      number: numberOf(packet),
      request: production.request,
      frozenAt: frozenAt(packet),
      preparedBy: document.preparedBy,
      items: production.items,
      firstNumber: production.firstNumber,
      lastNumber: production.lastNumber,
      ledgerHead,
    },
    review: document.review,
    rules: document.rules,
    counts,
    commitments: commitments === null ? null : { root: commitments },
    search: {
      searched: production.searched,
      query: document.query,
      exports: document.exports,
      notSearched: document.notSearched,
    },
    pdf: {
      pages: drawn.pages,
      firstPage: pageNumber(packet, 1),
      lastPage: pageNumber(packet, drawn.pages),
      undrawable: drawn.undrawable,
      invisible: drawn.invisible,
    },
  }
  yield text(`${JSON.stringify(facts, null, 1).slice(0, -2)},\n "records": {\n`)
  yield text('  "leaf": "SHA-256 of: the byte 0, the salt, the SHA-256 of the file",\n')
  yield text('  "node": "SHA-256 of: the byte 1, left, right; an odd node is promoted",\n')
  yield text(`  "root": ${JSON.stringify(root)},\n  "leaves": [\n`)
  yield* stagedBytes(join(aside, 'leaves'))
  yield text('\n]},\n "files": [\n')
  yield* stagedBytes(join(aside, 'files'))
  yield text('\n]}\n')
}

async function* sumsOf(aside: string, last: string): AsyncGenerator<Uint8Array> {
  yield* stagedBytes(join(aside, 'sums'))
  yield text(last)
}

/** The number of the production; a draft is 0. */
function numberOf({ document, production }: Packet): number {
  return document.draft === null ? production.id : 0
}

/** When the production was settled, ISO 8601 in UTC. */
function frozenAt({ production }: Packet): string {
  return new Date(production.frozenAt).toISOString()
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8')
}
