// What a record says in words, wherever it says it.
import type { RecordDetail } from './record.ts'

/** Every text of a record that a packet may print. */
export function textsOf({
  author,
  nativeId,
  atSource,
  conversation,
  parentNativeId,
  versions,
}: RecordDetail): string[] {
  const told = versions.flatMap(({ text, links, media, details }) => [
    text,
    ...links.flatMap(({ shown, target }) => [shown, target]),
    ...media.flatMap(({ name, alt }) => [name, alt ?? '']),
    ...deepTexts(details),
  ])
  return [author, nativeId, atSource ?? '', conversation ?? '', parentNativeId ?? '', ...told].filter(
    (text) => text !== '',
  )
}

function deepTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(deepTexts)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [key, ...deepTexts(one)])
}
