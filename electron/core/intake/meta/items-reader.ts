// Owns reading Meta's files of items, which are a list, an object whose keys hold lists, or (where there is but one) the item alone.
import type { Outcome } from '../draft.ts'
import { jsonReader } from '../kit/json-reader.ts'
import type { FileReader, Reading } from '../kit/spec.ts'
import { isObject, type JsonObject } from '../kit/value.ts'

type Made = Outcome | readonly Outcome[]

interface ItemsSpec<State> {
  /** Whether what stands under a key of the root is read. */
  readonly isRead: (key: string) => boolean
  /** `path` holds the keys that lead to the item, none at the root. */
  readonly make: (value: unknown, path: readonly string[], reading: Reading<State>) => Made
}

/** Keys that only an item has, never the object around items. */
const OF_AN_ITEM = ['label_values', 'string_map_data', 'string_list_data', 'media', 'uri', 'data', 'attachments']

/** A reader of such files. */
export function itemsReader<State>({ isRead, make }: ItemsSpec<State>): FileReader<State> {
  return jsonReader<State>({
    lists: ([key = '', ...deeper]) => isRead(key) && deeper.length < 2,
    make: (value, { path }, reading) => make(value, path, reading),
    rest: (envelope, reading) => {
      if (!isObject(envelope)) return []
      if (isItem(envelope)) return listed(make(envelope, [], reading))
      return Object.entries(envelope).flatMap(([key, value]) =>
        isObject(value) && isRead(key) && isItem(value) ? listed(make(value, [key], reading)) : [],
      )
    },
  })
}

const isItem = (value: JsonObject) => OF_AN_ITEM.some((key) => key in value)

const listed = (made: Made): readonly Outcome[] => ('type' in made ? [made] : made)
