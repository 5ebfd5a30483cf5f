// Owns what WordPress and its plug-ins note beside an item, under keys.
import type { Element } from 'domhandler'
import { children, childText } from '../../kit/markup.ts'

/** Every value under a key of an item's postmeta, in the order of the file. */
export function metaValues(item: Element, key: string): readonly string[] {
  return children(item, 'wp:postmeta')
    .filter((meta) => childText(meta, 'wp:meta_key') === key)
    .map((meta) => childText(meta, 'wp:meta_value'))
    .filter((value) => value !== '')
}
