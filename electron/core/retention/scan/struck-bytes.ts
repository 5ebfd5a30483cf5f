// Whether what was marked in packages is zeros now.
import { join } from 'node:path'
import { z } from 'zod'
import type { Found } from '../../../../shared/domain/disposition/destruction.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { closeSync, existsSync, openSync, readSync } from '../../vault/cipher/fs.ts'
import { packageFile } from '../../vault/packages/place.ts'
import { strikesIn } from '../../vault/repository/disposition/residual.ts'

const Ranges = z.array(z.tuple([z.int(), z.int()]))
const CHUNK = 1 << 20

/** By what a package is named where something of it is left. */
export function placeOfPackage(id: string): string {
  return join('packages', id)
}

/** Reads every marked range of the packages of a destruction. */
export function struckBytesLeft(db: Driver, folder: string, destruction: number): Found[] {
  const left = new Map<string, Found>()
  const open = new Map<string, number>()
  try {
    for (const { package: id, form, name, ranges, done } of strikesIn(db, destruction)) {
      const place = placeOfPackage(id)
      const file = packageFile(folder, id, form, name)
      if (done === null) {
        const sentence =
          'Marked bytes could not be overwritten: the package cannot be written to. It is tried again at each opening.'
        left.set(place, { place, sentence })
      } else if (form === 'zip' && existsSync(file)) {
        const handle = open.get(file) ?? openSync(file, 'r')
        open.set(file, handle)
        const found = Ranges.parse(JSON.parse(ranges)).map(([from, length]) => lookAt(handle, from, length))
        const worst = found.find((one) => one !== 'zeros')
        if (worst !== undefined) left.set(place, { place, sentence: SENTENCES[worst] })
      }
    }
  } finally {
    for (const handle of open.values()) closeSync(handle)
  }
  return [...left.values()]
}

const SENTENCES = {
  bytes: 'Bytes that were marked are not zeros.',
  short: 'The package is shorter than it was: nobody knows where the bytes are that were marked behind its end.',
}

function lookAt(handle: number, from: number, length: number): 'zeros' | keyof typeof SENTENCES {
  const buffer = Buffer.alloc(Math.min(CHUNK, length))
  for (let done = 0; done < length; ) {
    const read = readSync(handle, buffer, 0, Math.min(CHUNK, length - done), from + done)
    if (read === 0) return 'short'
    for (let place = 0; place < read; place += 1) if (buffer[place] !== 0) return 'bytes'
    done += read
  }
  return 'zeros'
}
