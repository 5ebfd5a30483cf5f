// Owns finding the files of messages and memories: their names begin with a day, then the id that the records give.
import type { Survey } from '../../kit/peek.ts'

/** What stands in the folders of media. */
export interface SnapMedia {
  /** Files by the id in their name: `2024-04-20_b~EiQ.jpg` by `b~EiQ`. */
  readonly byId: ReadonlyMap<string, readonly string[]>
  /** Memories by day, each with its overlay: `2021-05-01_ID-main.jpg`, `2021-05-01_ID-overlay.png`. */
  readonly memories: ReadonlyMap<string, readonly Memory[]>
}

export interface Memory {
  readonly id: string
  /** The picture or film first, then what was drawn over it. */
  readonly names: readonly string[]
}

const NAMED = /(?:^|\/)(\d{4}-\d{2}-\d{2})_([^/]+?)(?:\.[a-z0-9]+)?$/i

/** Looks through the names of all parts at once: media of a record may lie in a later part. */
export function indexMedia({ tree }: Survey): SnapMedia {
  const byId = new Map<string, string[]>()
  const memories = new Map<string, Map<string, string[]>>()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    const found = NAMED.exec(name)
    if (found === null) continue
    const [, day = '', rest = ''] = found
    const part = /^(.*?)-(main|overlay)$/.exec(rest)
    const inMemories = part !== null || /(?:^|\/)memories\//.test(member.name)
    if (inMemories && !rest.startsWith('b~')) {
      const ofDay = memories.get(day) ?? new Map<string, string[]>()
      memories.set(day, ofDay)
      const id = part?.[1] ?? rest
      ofDay.set(id, [...(ofDay.get(id) ?? []), name].sort(mainFirst))
    } else byId.set(rest, [...(byId.get(rest) ?? []), name])
  }
  return {
    byId,
    memories: new Map([...memories].map(([day, ofDay]) => [day, [...ofDay].map(([id, names]) => ({ id, names }))])),
  }
}

function mainFirst(one: string, other: string): number {
  return Number(/-overlay\./.test(one)) - Number(/-overlay\./.test(other)) || (one < other ? -1 : 1)
}
