// Owns Meta's generic form since 2024: `{timestamp, media, label_values:[{label, value, ent_field_name …}], fbid}`. Labels are in the account's language.
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import { isPrivateField } from '../../../../shared/text/without-secrets.ts'
import type { Outcome } from '../draft.ts'
import { record } from '../kit/draft.ts'
import { secondsTime } from '../kit/time.ts'
import { idOf, isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { mediaNames, metaMedia } from './media.ts'
import type { MetaReading } from './reading.ts'

const WORDS = /^(?:text|message|body|caption|content|description|comment|post|title_text)$/i
const WORD_LABELS =
  /^(?:text|texto|texte|testo|tekst|message|mensaje|mensagem|nachricht|messaggio|bericht|caption|beschriftung|pie de foto|légende|comment|comentario|comentário|commentaire|kommentar|commento|opmerking)$/i
const REACTIONS = /^(?:like|love|haha|wow|sad|sorry|angry|anger|care|pride|thankful)$/i

/** One labelled item; `kind` is what its file says, for its labels are words of any language. */
export function labelledOutcome(item: JsonObject, kind: RecordKind, reading: MetaReading, more: JsonObject): Outcome {
  const labels = objectsOf(item.label_values).filter(isShown)
  const media = [...objectsOf(item.media), ...labels.flatMap((one) => objectsOf(one.media))]
  const links = labels.flatMap(({ href, value, label }) =>
    textOf(href) === '' ? [] : [{ shown: textOf(value) || textOf(label) || textOf(href), target: textOf(href) }],
  )
  const fields = labels.map(fieldOf)
  const title = textOf(item.title)
  const text = wordsOf(labels) || title
  const at =
    item.timestamp ?? labels.map((one) => one.timestamp_value).find((one) => typeof one === 'number' && one > 0)
  return record({
    kind,
    id: idOf(item.fbid),
    key: textOf(item.ent_name),
    // The list of reactions comes in both forms, and the two overlap.
    twin: kind === 'reaction' ? 'moment' : null,
    time: secondsTime(at),
    author: reading.owner,
    text,
    links,
    details: { title, fields, reaction: reactionOf(labels), entity: textOf(item.ent_name), ...more },
    content: { title, fields, media: mediaNames(media) },
    media: metaMedia(media, reading.media),
  })
}

function wordsOf(labels: readonly JsonObject[]): string {
  const named = labels.find((one) => WORDS.test(textOf(one.ent_field_name)) && textOf(one.value) !== '')
  const labelled = named ?? labels.find((one) => WORD_LABELS.test(textOf(one.label)) && textOf(one.value) !== '')
  if (labelled !== undefined) return textOf(labelled.value)
  // No name says which: all that is written, in order, so that nothing is missed in a search.
  return labels
    .map(({ value }) => textOf(value))
    .filter((value) => value !== '')
    .join('\n')
}

function reactionOf(labels: readonly JsonObject[]): string | undefined {
  return labels.map(({ value }) => textOf(value)).find((value) => REACTIONS.test(value))
}

/** Addresses of computers, devices and the like stay in the source. */
function isShown({ label, title, ent_field_name: name, value }: JsonObject): boolean {
  return ![label, title, name].some((one) => isPrivateField(textOf(one), textOf(value)))
}

/** What a label says: a value, a link, a time, or further labels. */
function fieldOf(one: JsonObject): JsonObject {
  const inner = [...objectsOf(one.dict), ...objectsOf(one.vec)].filter(isShown).map(fieldOf)
  const name = textOf(one.ent_field_name)
  return {
    label: textOf(one.label) || textOf(one.title),
    ...(name === '' ? {} : { name }),
    ...(one.value === undefined ? {} : { value: one.value }),
    ...(one.href === undefined ? {} : { href: one.href }),
    ...(one.timestamp_value === undefined ? {} : { time: one.timestamp_value }),
    ...(inner.length === 0 ? {} : { inner }),
  }
}

/** Whether a value is of the labelled form. */
export function isLabelled(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value.label_values)
}
