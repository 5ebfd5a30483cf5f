// Owns what must be known of Vimeo's export before it is read: files by the numbers in their names, and which captions are whose.

import type { Member } from '../../archive/archive.ts'
import { MemberError } from '../../archive/archive.ts'
import type { MediaDraft } from '../../draft.ts'
import type { Beside } from '../../feed/beside.ts'
import { looksLikeCues } from '../../kit/cues.ts'
import { looksLikeMedia, type MediaFinder } from '../../kit/media-finder.ts'
import type { Survey } from '../../kit/peek.ts'
import type { ExportTree } from '../../platform.ts'

export interface VimeoState {
  /** Names of files that carry a number: `277485394.mp4`. */
  readonly files: ReadonlyMap<string, readonly string[]>
  /** Videos by the names of their captions. */
  readonly captions: Beside
}

/** Looks at the names of all files; where captions lie among them, at the numbers in all answers too. */
export async function vimeoState({ tree, peeks }: Survey, signal: AbortSignal): Promise<VimeoState> {
  const files = new Map<string, string[]>()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    if (!looksLikeMedia(name)) continue
    for (const number of new Set(baseOf(name).match(/\d{5,}/g))) files.set(number, [...(files.get(number) ?? []), name])
  }
  const captions = new Map<string, string>()
  const cues = peeks.filter(({ form, text }) => form !== 'json' && form !== 'binary' && looksLikeCues(text))
  if (cues.length === 0) return { files, captions }
  const known = new Map<string, string>()
  for (const { form, member } of peeks) if (form === 'json') await gatherVideos(tree, member, known, signal)
  for (const { name } of cues) {
    const video = (name.match(/\d{5,}/g) ?? []).map((number) => known.get(number)).find((one) => one !== undefined)
    if (video !== undefined) captions.set(baseOf(name), video)
  }
  return { files, captions }
}

/** A video's path, and its text track's; some writers escape the slashes. */
const PATH = /videos\\?\/(\d+)(?::\w+)?(?:\\?\/texttracks\\?\/(\d+))?/g
/** Longer than any such path. */
const OVERLAP = 200

/** Videos by their own numbers and by those of their text tracks. */
async function gatherVideos(
  tree: ExportTree,
  member: Member,
  known: Map<string, string>,
  signal: AbortSignal,
): Promise<void> {
  let rest = ''
  try {
    for await (const chunk of tree.set.read(member, signal)) {
      const text = rest + chunk.toString('latin1')
      for (const [, video = '', track] of text.matchAll(PATH)) {
        known.set(video, video)
        if (track !== undefined) known.set(track, video)
      }
      rest = text.slice(-OVERLAP)
    }
  } catch (error) {
    // The damage is told where the file is read.
    if (!(error instanceof MemberError)) throw error
  }
}

/** The files of a video: by its number; by the name of the file that speaks of it alone; by the files that it names. */
export function filesOf(
  {
    number,
    sidecar,
    named,
  }: { readonly number: string | null; readonly sidecar: string; readonly named: readonly string[] },
  { files }: VimeoState,
  media: MediaFinder,
): readonly MediaDraft[] {
  const own = number === null ? [] : (files.get(number) ?? [])
  const beside =
    sidecar === ''
      ? []
      : media
          .startingWith(`${baseOf(sidecar).replace(/(?:\.info)?\.json$/i, '')}.`)
          .filter((name) => folderOf(name) === folderOf(sidecar))
  const called = named.flatMap((name) => (name === '' ? [] : media.called(name)))
  return [...new Set([...own, ...beside, ...called])].map((uri) => media.file({ uri, alt: null }))
}

const baseOf = (name: string) => name.slice(name.lastIndexOf('/') + 1)
const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
