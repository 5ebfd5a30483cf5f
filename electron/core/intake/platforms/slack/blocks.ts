// Owns the words of a message's blocks, which stand in for its text where that is empty.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { type Names, type Words, withoutToken, wordsOf } from './mrkdwn.ts'
import { nameOf } from './people.ts'

const DEEPEST = 12

/** The words of blocks, a block a line or more, and the addresses in them. */
export function blockWords(blocks: unknown, names: Names): Words {
  const links: Link[] = []
  const lines = objectsOf(blocks).map((block) => wordsOfBlock(block, names, links))
  return { text: lines.filter((line) => line !== '').join('\n'), links }
}

function wordsOfBlock(block: JsonObject, names: Names, links: Link[]): string {
  const say = (value: unknown) => textObject(value, names, links)
  const all = (values: readonly unknown[]) => values.map(say).filter((words) => words !== '')
  switch (block.type) {
    case 'rich_text':
      return richText(block, names, links, 0)
    case 'markdown':
      return textOf(block.text)
    case 'context':
    case 'actions':
      return all(objectsOf(block.elements).map(labelled)).join(' ')
    case 'image':
    case 'video':
      return all([block.title, block.description, block.alt_text]).join('\n')
    case 'table':
      return tableWords(block, names, links)
    case 'input':
      return say(block.label)
    default:
      return [...all([block.title, block.text]), ...all(objectsOf(block.fields))].join('\n')
  }
}

/** A button says its label, an image what it shows. */
function labelled(element: JsonObject): unknown {
  return element.type === 'image' ? element.alt_text : isObject(element.text) ? element.text : element
}

/** A text object, or a bare text; both are escaped as messages are. */
function textObject(value: unknown, names: Names, links: Link[]): string {
  const { text, links: found } = wordsOf(isObject(value) ? textOf(value.text) : textOf(value), names)
  links.push(...found)
  return text
}

function tableWords({ rows }: JsonObject, names: Names, links: Link[]): string {
  if (!Array.isArray(rows)) return ''
  return rows
    .map((row) =>
      objectsOf(row)
        .map((cell) => (cell.type === 'rich_text' ? richText(cell, names, links, 0) : textOf(cell.text)))
        .join(' | '),
    )
    .join('\n')
}

/** Rich text is not escaped: what stands there is what was typed. */
function richText(node: JsonObject, names: Names, links: Link[], depth: number): string {
  if (depth > DEEPEST) return ''
  const inner = () => objectsOf(node.elements).map((one) => richText(one, names, links, depth + 1))
  switch (node.type) {
    case 'rich_text':
    case 'rich_text_list':
      return inner()
        .map((line) => (node.type === 'rich_text_list' ? `• ${line}` : line.replace(/\n$/, '')))
        .join('\n')
    case 'link': {
      const target = withoutToken(textOf(node.url))
      const shown = textOf(node.text) || target
      links.push({ shown, target })
      return shown
    }
    case 'user':
      return `@${nameOf(names.people, node.user_id)}`
    case 'channel':
      return `#${names.channels.byId.get(textOf(node.channel_id))?.name || textOf(node.channel_id)}`
    case 'usergroup':
      return `@${textOf(node.usergroup_id)}`
    case 'broadcast':
      return `@${textOf(node.range)}`
    case 'emoji':
      return `:${textOf(node.name)}:`
    case 'date':
      return textOf(node.fallback) || String(node.timestamp ?? '')
    case 'color':
      return textOf(node.value)
    default:
      return Array.isArray(node.elements) ? inner().join('') : textOf(node.text)
  }
}
