// JSON as a tree that may hold what JSON.parse would not keep: keys twice, numbers of any size, broken texts.

/** A list, an object with its keys in order, or anything else as the text that stands there. */
export type Node =
  | { kind: 'list'; items: Node[] }
  | { kind: 'object'; members: [key: string, value: Node][] }
  | { kind: 'plain'; text: string }

/** A node that is printed as this text, whether JSON allows it or not. */
export const plain = (text: string): Node => ({ kind: 'plain', text })

/** What stands deeper is kept as its text: functions that call themselves for each level would have no room. */
const DEEPEST = 300

/** The tree of a parsed value. */
export function treeOf(value: unknown, depth = 0): Node {
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return plain(JSON.stringify(value) ?? 'null')
  if (Array.isArray(value)) return { kind: 'list', items: value.map((one) => treeOf(one, depth + 1)) }
  return { kind: 'object', members: Object.entries(value).map(([key, one]) => [key, treeOf(one, depth + 1)]) }
}

/** The tree as text. */
export function print(node: Node): string {
  if (node.kind === 'plain') return node.text
  if (node.kind === 'list') return `[${node.items.map(print).join(',')}]`
  return `{${node.members.map(([key, value]) => `${JSON.stringify(key)}:${print(value)}`).join(',')}}`
}

/** A node with what replaces it where it stands. */
export interface Place {
  readonly node: Node
  readonly replace: (node: Node) => void
}

/** Every node of a tree but its root. */
export function placesIn(root: Node): Place[] {
  const places: Place[] = []
  const look = (node: Node) => {
    if (node.kind === 'list')
      for (const [at, item] of node.items.entries()) {
        places.push({
          node: item,
          replace: (next) => {
            node.items[at] = next
          },
        })
        look(item)
      }
    if (node.kind === 'object')
      for (const member of node.members) {
        places.push({
          node: member[1],
          replace: (next) => {
            member[1] = next
          },
        })
        look(member[1])
      }
  }
  look(root)
  return places
}
