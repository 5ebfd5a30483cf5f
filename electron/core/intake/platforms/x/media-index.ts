// Owns finding the files of a post or message: by the names that X gives them, else by the id in front of the name.
import type { MediaRole } from '../../../../../shared/domain/record/record.ts'
import type { MediaDraft } from '../../draft.ts'
import type { ExportTree } from '../../platform.ts'

/** A media file that a post names. `names` are what the file can be called in the export, best first. */
export interface NamedMedia {
  readonly role: MediaRole
  readonly names: readonly string[]
  readonly alt: string | null
}

interface Folder {
  readonly path: string
  /** Sorted. */
  readonly names: readonly string[]
}

/** The media of one type's records. */
export interface MediaIndex {
  /** The export holds no file of this type's media. */
  readonly empty: boolean
  /**
   * The files of a record: each named one, found by name or, failing that, among the files that begin with `<id>-`; then files of that id that
   * the record does not name.
   */
  filesOf(id: string, named: readonly NamedMedia[]): MediaDraft[]
}

/** @param fallback folder told of where the export holds none */
export function mediaIndex(tree: ExportTree, paths: readonly string[], fallback: string): MediaIndex {
  const folders = paths.map((path) => folderAt(tree, path)).filter(({ names }) => names.length > 0)
  const usual = folders[0]?.path ?? paths[0] ?? fallback
  if (folders.length === 0) {
    return {
      empty: true,
      filesOf: (_, named) => (named.length === 0 ? [] : named.map((one) => ({ ...one, directory: usual }))),
    }
  }
  return {
    empty: false,
    filesOf: (id, named) => {
      const left = folders.flatMap((folder) => namesOf(folder, `${id}-`).map((name) => ({ name, folder })))
      if (named.length === 0 && left.length === 0) return []
      const take = (fits: (name: string) => boolean) => {
        const at = left.findIndex(({ name }) => fits(name))
        return at < 0 ? undefined : left.splice(at, 1)[0]
      }
      // All that are found by name first, so that none of them is taken for another.
      const exact = named.map((one) => take((name) => one.names.includes(name)) ?? anywhere(folders, one.names))
      const drafts = named.map((one, nth) => {
        const alike = (name: string) => roleOf(name) === roleOf(one.names[0] ?? '')
        const file = exact[nth] ?? take(alike) ?? take(() => true)
        return file === undefined ? { ...one, directory: usual } : draftOf(one, file.name, file.folder.path)
      })
      return [
        ...drafts,
        ...left.map(({ name, folder }) => draftOf({ role: roleOf(name), names: [], alt: null }, name, folder.path)),
      ]
    },
  }
}

/** What kind of medium a file's name says it is. */
export function roleOf(name: string): MediaRole {
  if (/\.(?:jpe?g|png|gif|webp|heic|avif|bmp|tiff?)$/i.test(name)) return 'photo'
  if (/\.(?:mp4|m4v|mov|webm|ts)$/i.test(name)) return 'video'
  return /\.(?:mp3|m4a|aac|ogg|wav)$/i.test(name) ? 'audio' : 'file'
}

function folderAt(tree: ExportTree, path: string): Folder {
  const names: string[] = []
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    if (member.finding === null && name.startsWith(`${path}/`)) names.push(name.slice(path.length + 1))
  }
  return { path, names: names.sort() }
}

function anywhere(folders: readonly Folder[], names: readonly string[]): { name: string; folder: Folder } | undefined {
  for (const folder of folders) {
    const name = names.find((candidate) => folder.names[placeOf(folder, candidate)] === candidate)
    if (name !== undefined) return { name, folder }
  }
  return undefined
}

/** The names that begin with `start`: they stand together, the names being sorted. */
function namesOf(folder: Folder, start: string): readonly string[] {
  const first = placeOf(folder, start)
  let end = first
  while (folder.names[end]?.startsWith(start)) end++
  return end === first ? [] : folder.names.slice(first, end)
}

/** Where the first name stands that is not before `name`. */
function placeOf({ names }: Folder, name: string): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((names[middle] ?? '') < name) low = middle + 1
    else high = middle
  }
  return low
}

function draftOf(one: NamedMedia, name: string, directory: string): MediaDraft {
  return { role: one.role, names: [name], directory, alt: one.alt }
}
