// A production opened for building: everything the packet's writers may know.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Production } from '../../../../shared/domain/request.ts'
import { trainingName } from '../../../../shared/text/practice.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { frozenProduction } from '../../vault/repository/production.ts'
import { PacketDocument } from '../document.ts'

export interface Packet {
  readonly production: Production
  readonly document: PacketDocument
  readonly ledgerHead: Digest
  readonly zone: string
  /** Whether it is made in a practice vault, and says so wherever it is opened. */
  readonly practice: boolean
  /** The JPEG that stands for a picture in the PDF; null where none could be made, undefined where none is needed. */
  rendition(of: Digest): Digest | null | undefined
}

/** Opens a production. @throws MunimentError REQUEST_UNKNOWN where there is none of that number */
export function openProduction(db: Driver, id: number): Packet {
  const frozen = frozenProduction(db, id)
  if (frozen === null) throw new MunimentError('REQUEST_UNKNOWN', `There is no production ${id} in this vault.`)
  const document = PacketDocument.parse(JSON.parse(frozen.document))
  const renditions = new Map(document.renditions.map(({ of, made }) => [of, made]))
  return {
    production: frozen.production,
    document,
    ledgerHead: digestOf(frozen.ledgerHead),
    zone: document.vault.zone,
    practice: isPractice(db),
    rendition: (of) => renditions.get(of),
  }
}

/** The file name of a packet. */
export function packetName({ production, practice }: Packet): string {
  const name = `packet-${production.request}-${production.id}.zip`
  return practice ? trainingName(name) : name
}
