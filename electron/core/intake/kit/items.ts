// Owns turning what a maker says of elements into items with running positions, in groups.
import { MemberError } from '../archive/archive.ts'
import { shown } from '../archive/finding.ts'
import type { Outcome, ReadItem } from '../draft.ts'
import type { FilePlan } from '../platform.ts'

const GROUP = 512

/** One element of a file before anybody said what it is. */
export interface RawElement {
  /** How the element is found in its file: a JSON pointer, `/row`, `/element[n]`. */
  readonly pointer: string
  readonly start: number
  readonly bytes: Uint8Array
}

export interface ItemBook {
  /** Writes an element's outcomes down: the first is the element, the others stand in it. */
  add(element: RawElement, outcomes: Outcome | readonly Outcome[]): void
  /** True where a group is full. */
  readonly full: boolean
  take(): readonly ReadItem[]
}

/** Counts positions through one file. */
export function itemBook(): ItemBook {
  let position = 0
  let items: ReadItem[] = []
  return {
    add: ({ pointer, start, bytes }, outcomes) => {
      const list = 'type' in outcomes ? [outcomes] : outcomes
      for (const [place, outcome] of list.entries()) {
        items.push({
          position: position++,
          pointer: place === 0 ? pointer : `${pointer}#${place}`,
          start,
          bytes,
          outcome,
          nested: place > 0,
        })
      }
    },
    get full() {
      return items.length >= GROUP
    },
    take: () => {
      const taken = items
      items = []
      return taken
    },
  }
}

/** A file that cannot be read, or not further; `sentence` follows on its name, `left` says what became of the rest. */
export function damagedFile(
  { member, name }: Pick<FilePlan, 'member' | 'name'>,
  sentence: string,
  left = 'Everything before that was read.',
): MemberError {
  return new MemberError({
    code: 'damaged',
    number: 'A208',
    effect: 'blocked',
    part: member.part,
    member: member.name,
    sentence: `“${shown(name)}” ${sentence} ${left}`,
  })
}
