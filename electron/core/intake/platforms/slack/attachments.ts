// Owns what hangs on a message besides its own words: cards of apps, previews of links, messages of elsewhere that were shared.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { filled, isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { blockWords } from './blocks.ts'
import { type Names, withoutToken, wordsOf } from './mrkdwn.ts'

export interface Attached {
  /** The words of cards, which an app has written. */
  readonly cards: string
  /** The words of previews and of shared messages, which others have written. */
  readonly previews: string
  readonly links: readonly Link[]
  readonly details: readonly Readonly<Record<string, unknown>>[]
  readonly content: readonly unknown[]
  /** Files that hang on an attachment. */
  readonly files: readonly JsonObject[]
}

/** Everything of `attachments`. */
export function attachedTo(message: JsonObject, names: Names): Attached {
  const links: Link[] = []
  const cards: string[] = []
  const previews: string[] = []
  const details: Record<string, unknown>[] = []
  const content: unknown[] = []
  const attachments = objectsOf(message.attachments)
  for (const attachment of attachments) {
    const what = whatItIs(attachment)
    const said = words(attachment, names)
    links.push(...said.links)
    if (what === 'attachment') cards.push(said.text)
    else previews.push(said.text)
    details.push(
      filled({
        what,
        by: textOf(attachment.author_name) || textOf(attachment.service_name),
        words: said.text,
        channel: textOf(attachment.channel_id),
        message: textOf(attachment.ts),
        address: withoutToken(textOf(attachment.from_url) || textOf(attachment.original_url)),
      }),
    )
    content.push(contentOf(attachment))
  }
  const joined = (lines: readonly string[]) => lines.filter((line) => line !== '').join('\n')
  return {
    cards: joined(cards),
    previews: joined(previews),
    links,
    details,
    content,
    files: attachments.flatMap(({ files }) => objectsOf(files)),
  }
}

function whatItIs(attachment: JsonObject): 'shared message' | 'preview' | 'attachment' {
  if (attachment.is_msg_unfurl === true || attachment.is_share === true) return 'shared message'
  return textOf(attachment.from_url) !== '' || textOf(attachment.original_url) !== '' ? 'preview' : 'attachment'
}

function words(attachment: JsonObject, names: Names): { readonly text: string; readonly links: readonly Link[] } {
  const links: Link[] = []
  const say = (value: unknown) => {
    const said = wordsOf(textOf(value), names)
    links.push(...said.links)
    return said.text
  }
  const fields = objectsOf(attachment.fields).map(({ title, value }) =>
    [say(title), say(value)].filter((part) => part !== '').join(': '),
  )
  const title = say(attachment.title)
  const target = withoutToken(textOf(attachment.title_link))
  if (target !== '') links.push({ shown: title || target, target })
  const lines = [say(attachment.pretext), title, say(attachment.text), ...fields, say(attachment.footer)]
  const found = lines.filter((line) => line !== '').join('\n')
  if (found !== '') return { text: found, links }
  const blocks = blockWords(blocksOf(attachment), names)
  return blocks.text === '' ? { text: say(attachment.fallback), links } : blocks
}

/** Blocks of the attachment itself, or of the message that it shares. */
function blocksOf(attachment: JsonObject): unknown {
  if (Array.isArray(attachment.blocks)) return attachment.blocks
  return objectsOf(attachment.message_blocks).flatMap(({ message }) =>
    isObject(message) ? objectsOf(message.blocks) : [],
  )
}

/** Pictures' addresses, colours and icons are no content. */
function contentOf(attachment: JsonObject): unknown {
  const { pretext, title, title_link: target, text, fields, footer, from_url: from, fallback } = attachment
  const own = [pretext, title, target, text, footer, from].map(textOf)
  const isBare = own.every((one) => one === '')
  return filled({
    own: isBare ? [textOf(fallback)] : own,
    fields: objectsOf(fields).map((field) => [textOf(field.title), textOf(field.value)]),
    blocks: isBare ? blocksOf(attachment) : null,
  })
}
