// Owns where media lie: folders that the manifest names, and folders named as X names them.
import type { ExportTree } from '../../platform.ts'
import { declaredMediaFolders } from './claims.ts'
import { READ_TYPES } from './file-type.ts'
import type { Survey } from './survey.ts'

const MEDIA_FOLDER = /^(?:.*\/)?[a-z0-9_]+_media(?=\/)/i

/** Every folder that holds media, below the shared folders, in the order of their names. */
export function mediaFoldersOf(tree: ExportTree, seen: Survey): string[] {
  const folders = new Set<string>()
  const declared = [...declaredMediaFolders(seen).values()].flat()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    const folder = MEDIA_FOLDER.exec(name)?.[0] ?? declared.find((one) => name.startsWith(`${one}/`))
    if (folder !== undefined) folders.add(folder)
  }
  return [...folders].sort()
}

/** The media folders of one type, the manifest's word first, then X's names of all years (`tweets_media` was `tweet_media`). */
export function mediaFoldersFor(type: string, folders: readonly string[], seen: Survey): string[] {
  const declared = new Set(declaredMediaFolders(seen).get(type) ?? [])
  const usual = READ_TYPES.get(type)?.mediaFolder
  const named = folders.filter((folder) => usual !== undefined && singular(lastStep(folder)) === singular(usual))
  return [...folders.filter((folder) => declared.has(folder)), ...named.filter((folder) => !declared.has(folder))]
}

const lastStep = (folder: string) => folder.slice(folder.lastIndexOf('/') + 1)
const singular = (name: string) => name.replaceAll('s_', '_')
