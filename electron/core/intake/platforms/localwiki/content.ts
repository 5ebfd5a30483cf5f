// Owns what makes a version of a wiki's thing: its words or shape, and in a history the change besides.
import { createHash } from 'node:crypto'
import { type JsonObject, listOf, textOf } from '../../kit/value.ts'
import type { ShapeName } from './shape.ts'
import { lastStep } from './thing-key.ts'

/** The digest of what a thing says, without who changed it and when. */
export function wordsDigest(name: ShapeName, value: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(wordsOf(name, value)))
    .digest('hex')
}

function wordsOf(name: ShapeName, value: JsonObject): readonly unknown[] {
  switch (name) {
    case 'page':
      return [value.name ?? null, value.content ?? null]
    case 'file':
      return [value.name ?? null, lastStep(textOf(value.file))]
    case 'map':
      return [value.geom ?? null, value.points ?? null, value.lines ?? null, value.polys ?? null]
    case 'redirect':
      return [value.source ?? null, value.destination ?? null]
    case 'page-tags':
      return listOf(value.tags)
    default:
      return [value.name ?? null]
  }
}

/** The content of an entry of a history: two saves of the same words are two versions. */
export function versionContent(name: ShapeName, value: JsonObject): unknown {
  return {
    words: wordsDigest(name, value),
    date: value.history_date ?? null,
    change: value.history_type ?? null,
    comment: value.history_comment ?? null,
  }
}
