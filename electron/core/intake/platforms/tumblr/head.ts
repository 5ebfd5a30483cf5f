// Owns reading the attributes of elements out of the beginning of an XML file, before it is read.
import { decodeEntities } from '../../kit/entities.ts'

/** The attributes of every element of a name, as far as the text goes. */
export function elementsAt(text: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...text.matchAll(new RegExp(`<${name}(\\s[^<>]*)?>`, 'g'))].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', one, other]) => [
        key,
        decodeEntities(one ?? other ?? '', true),
      ]),
    ),
  )
}
