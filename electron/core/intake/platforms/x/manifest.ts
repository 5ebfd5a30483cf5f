// Owns the reading of `data/manifest.js`: whose export this is, when it was made, which files it holds and how many elements each.

import { countOf, isObject, objectsOf, textOf, textOrNull } from '../../kit/value.ts'
import { typeNamed } from './file-type.ts'
import { isoTime } from './time.ts'

/** A file as the manifest declares it; `name` as written there. */
export interface Claim {
  readonly type: string
  /** The type as the manifest writes it. */
  readonly written: string
  readonly name: string
  readonly count: number | null
}

/** Whose export it is, as far as a file says. */
export interface Owner {
  readonly handle: string | null
  readonly nativeId: string | null
  readonly name: string | null
}

export interface Manifest {
  readonly ownerHandle: string | null
  readonly ownerNativeId: string | null
  readonly ownerName: string | null
  readonly generatedAt: number | null
  readonly partial: boolean
  readonly claims: readonly Claim[]
  /** Type to media folder, both as written. */
  readonly mediaFolders: ReadonlyMap<string, string>
}

/** Reads a parsed manifest; null where it is not one. Whatever in it is not as expected is left out. */
export function manifestOf(value: unknown): Manifest | null {
  if (!isObject(value) || !isObject(value.dataTypes)) return null
  const user = isObject(value.userInfo) ? value.userInfo : {}
  const info = isObject(value.archiveInfo) ? value.archiveInfo : {}
  const types = Object.entries(value.dataTypes).flatMap(([written, about]) =>
    isObject(about) ? [{ written, type: typeNamed(written), about }] : [],
  )
  return {
    ownerHandle: textOrNull(user.userName),
    ownerNativeId: textOrNull(user.accountId),
    ownerName: textOrNull(user.displayName),
    generatedAt: isoTime(textOf(info.generationDate)),
    partial: info.isPartialArchive === true,
    claims: types.flatMap(({ written, type, about }) =>
      objectsOf(about.files).flatMap(({ fileName, count }) =>
        typeof fileName === 'string' ? [{ type, written, name: fileName, count: countOf(count) }] : [],
      ),
    ),
    mediaFolders: new Map(
      types.flatMap(({ type, about }) =>
        typeof about.mediaDirectory === 'string' ? [[type, about.mediaDirectory.replace(/\/+$/, '')] as const] : [],
      ),
    ),
  }
}
