// The pictures of a packet as its PDFs hold them.
import type { Driver } from '../../vault/catalog/driver.ts'
import { wholeOf } from '../object-bytes.ts'
import type { Packet } from './packet.ts'
import type { Picture } from './pdf-record.ts'

/** The bytes of a picture as a PDF can hold it: its own, or those of the JPEG made when the production was frozen. */
export function picturesOf(db: Driver, folder: string, packet: Packet): Picture {
  return async ({ item }) => {
    if (item.digest === null || !item.mime?.startsWith('image/')) return null
    const made = packet.rendition(item.digest)
    const object = made === null ? null : packet.find(db, folder, made ?? item.digest)
    return object === null ? null : wholeOf(object)
  }
}
