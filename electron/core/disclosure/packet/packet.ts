// A production opened for building: everything the packet's writers may know.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { draftName, type Marking, markingOf } from '../../../../shared/text/marking.ts'
import { trainingName } from '../../../../shared/text/practice.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { frozenProduction } from '../../vault/repository/packet/production.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { PacketDocument } from '../document.ts'
import { findObject, type StoredObject } from '../object-bytes.ts'

export interface Packet {
  readonly production: Production
  readonly document: PacketDocument
  readonly ledgerHead: Digest
  readonly zone: string
  /** Whether it is made in a practice vault, and says so wherever it is opened. */
  readonly practice: boolean
  /** How its files are marked that nobody may take for released ones; null where they are to be released. */
  readonly marking: Marking | null
  /** The JPEG that stands for a picture in the PDF; null where none could be made, undefined where none is needed. */
  rendition(of: Digest): Digest | null | undefined
  /** Finds a file that stands in it: an object of the vault, or what was made for a draft alone. */
  find(db: Driver, folder: string, digest: Digest): StoredObject | null
}

/** Opens a production. @throws MunimentError REQUEST_UNKNOWN where there is none of that number */
export function openProduction(db: Driver, id: number): Packet {
  const frozen = frozenProduction(db, id)
  if (frozen === null) throw new MunimentError('REQUEST_UNKNOWN', `There is no production ${id} in this vault.`)
  const document = PacketDocument.parse(JSON.parse(frozen.document))
  const practice = isPractice(db)
  const renditions = new Map(document.renditions.map(({ of, made }) => [of, made]))
  return {
    production: frozen.production,
    document,
    ledgerHead: digestOf(frozen.ledgerHead),
    zone: document.vault.zone,
    practice,
    marking: markingOf({ practice, draft: document.draft !== null }),
    rendition: (of) => renditions.get(of),
    find: findObject,
  }
}

/** The file name of a packet. */
export function packetName({ production, practice }: Packet): string {
  const name = `packet-${production.request}-${production.id}.zip`
  return practice ? trainingName(name) : name
}

/** What a file of a packet is called: in a draft its name says so. */
export function fileIn({ document }: Pick<Packet, 'document'>, name: string): string {
  return document.draft === null ? name : draftName(name)
}

/** What a packet is: `production 12`, or a draft, which has no number. */
export function productionInWords({ document, production }: Pick<Packet, 'document' | 'production'>): string {
  return document.draft === null ? `production ${production.id}` : 'draft'
}
