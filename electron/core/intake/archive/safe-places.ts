// Owns where unpacked files lie: under their own names where every disk can hold them side by side, else under safe ones.
import { dirname, join } from 'node:path'
import { safeFileName, type UsedNames } from '../../../../shared/text/file-name.ts'
import { mkdir } from '../../vault/cipher/fs-promises.ts'

interface SafePlace {
  /** With `/`, below the folder. */
  readonly name: string
  readonly path: string
}

/** Files that cannot have their own name lie in here. */
const RENAMED = 'renamed'

/** Gives out places below a folder, each once. */
export function safePlaces(folder: string) {
  const taken = new Set<string>()
  const used: UsedNames = new Map()

  const renamed = async (name: string): Promise<SafePlace> => {
    await mkdir(join(folder, RENAMED), { recursive: true })
    for (;;) {
      const safe = `${RENAMED}/${safeFileName(name.replaceAll(/[\\/]+/g, '_') || 'file', used)}`
      if (taken.has(fold(safe))) continue
      taken.add(fold(safe))
      return { name: safe, path: join(folder, safe) }
    }
  }

  return {
    /** @param allowed whether the name itself may become a path */
    take: async (name: string, allowed: boolean): Promise<SafePlace> => {
      if (!allowed || name === '' || taken.has(fold(name))) return renamed(name)
      try {
        await mkdir(join(folder, dirname(name)), { recursive: true })
      } catch {
        // A file has the name of one of its folders, or the path is longer than the disk allows.
        return renamed(name)
      }
      taken.add(fold(name))
      return { name, path: join(folder, name) }
    },
  }
}

/** As a disk sees a name that ignores capitals and the composition of letters. */
function fold(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}
