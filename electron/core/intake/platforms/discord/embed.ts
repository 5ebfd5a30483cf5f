// Owns the words of embeds: cards that an app writes, or previews of links.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'

/** The words of one embed, line by line; `''` where it shows a picture only. */
export function embedLines(embed: JsonObject): string {
  const by = isObject(embed.author) ? textOf(embed.author.name) : ''
  const footer = isObject(embed.footer) ? textOf(embed.footer.text) : ''
  const fields = objectsOf(embed.fields).map(({ name, value }) =>
    [textOf(name), textOf(value)].filter((part) => part !== '').join(': '),
  )
  return [by, textOf(embed.title), textOf(embed.description), ...fields, footer]
    .filter((line) => line !== '')
    .join('\n')
}

/** Where an embed leads. */
export function embedLinks(embed: JsonObject): readonly Link[] {
  const target = textOf(embed.url)
  return /^https?:/.test(target) ? [{ shown: textOf(embed.title) || target, target }] : []
}
