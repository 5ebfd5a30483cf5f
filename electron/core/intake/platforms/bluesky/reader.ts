// Owns reading a repository's blocks as items: records by the tree's paths, everything else named.
import type { Outcome, ReadItem } from '../../draft.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { damagedFile } from '../../kit/items.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import type { FileReader } from '../../kit/spec.ts'
import { agrees, blockValue, type CarBlock, CarError, readCar } from './car.ts'
import { recordOutcome } from './record.ts'
import type { Repo } from './repo.ts'

export interface BlueskyState {
  readonly repos: ReadonlyMap<string, Repo>
  /** Names of accounts by their DID, where DID documents lie beside. */
  readonly handles: ReadonlyMap<string, string>
}

const GROUP = 512

/** A reader of CAR files. Each item is one block, at its place in the file. */
export const carReader: FileReader<BlueskyState> = async function* (reading) {
  const { tree, file, signal, state } = reading
  const repo = state.repos.get(file.name)
  let items: ReadItem[] = []
  let position = 0
  try {
    for await (const block of readCar(tree.set.read(file.member, signal), signal)) {
      const cid = block.cid?.toString() ?? ''
      const paths = repo?.paths.get(cid) ?? []
      const outcomes = blockOutcomes(block, repo, state.handles, reading.media)
      for (const [place, outcome] of outcomes.entries()) {
        const pointer = paths[place] === undefined ? `/${cid}` : `/${paths[place]}`
        items.push({
          position: position++,
          pointer,
          start: block.start,
          bytes: block.bytes,
          outcome,
          nested: place > 0,
        })
      }
      if (items.length < GROUP) continue
      yield items
      items = []
    }
  } catch (error) {
    yield items
    if (!(error instanceof CarError)) throw error
    throw damagedFile(file, error.message)
  }
  yield items
}

const COMMIT = passedOver('The commit, which signs the repository as a whole.')

/**
 * What a block is: a record for each path that the tree gives it, or a part of the repository itself.
 * @param handles names by DID
 * @param commit what the commit is, where more is known of its signature
 */
export function blockOutcomes(
  block: CarBlock,
  repo: Repo | undefined,
  handles: BlueskyState['handles'],
  media: MediaFinder,
  commit: Outcome = COMMIT,
): readonly Outcome[] {
  const cid = block.cid?.toString() ?? ''
  const paths = repo?.paths.get(cid) ?? []
  if (agrees(block) === false) {
    return [
      failed(
        'block-altered',
        'is not what its digest says: it was changed or damaged after the account’s server wrote it',
      ),
    ]
  }
  if (block.cid === null) return [failed('block-unnamed', 'has no name that can be read')]
  const did = repo?.commit?.did ?? ''
  const author = handles.get(did) ?? did
  if (paths.length > 0) {
    const value = blockValue(block.bytes)
    return paths.map((path) => recordOutcome(value, { did, path, cid, author, media }))
  }
  if (repo?.nodes.has(cid) === true) return [passedOver('A part of the tree that lists the repository’s records.')]
  if (cid === repo?.commit?.cid) return [commit]
  return [passedOver('A block that the repository’s tree does not list: an earlier state, or something left over.')]
}
