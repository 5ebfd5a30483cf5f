// Owns the edit history that X gives with a post. Each edit is a post of its own with an id of its own.
import { countOf, isObject, type JsonObject, textsOf } from '../../kit/value.ts'

interface EditInfo {
  readonly control: JsonObject
  readonly initial: unknown
}

/** All ids of an edited post, first one first; undefined where it was never edited (older exports say nothing then). */
export function editIds(tweet: JsonObject): readonly string[] | undefined {
  const info = tweet.edit_info
  if (!isObject(info)) return undefined
  const ids = listIn(info)
  return ids === undefined || ids.length < 2 ? undefined : textsOf(ids)
}

/** What a person may want to know of an edited post; undefined where it was never edited. */
export function editDetails(tweet: JsonObject): Readonly<Record<string, unknown>> | undefined {
  const ids = editIds(tweet)
  const info = infoOf(tweet)
  if (ids === undefined || info === null) return undefined
  const { control, initial } = info
  return {
    ids,
    initial: initial ?? ids[0],
    editableUntil: control.editableUntil,
    editsRemaining: countOf(control.editsRemaining),
  }
}

function listIn(info: JsonObject): readonly unknown[] | undefined {
  const ids = controlIn(info)?.editTweetIds
  return Array.isArray(ids) ? ids : undefined
}

function infoOf(tweet: JsonObject): EditInfo | null {
  const info = tweet.edit_info
  if (!isObject(info)) return null
  const control = controlIn(info)
  return control === null ? null : { control, initial: isObject(info.edit) ? info.edit.initialTweetId : undefined }
}

/** `{initial: {…}}` on the first post of a chain, `{edit: {editControlInitial: {…}}}` on the later ones. */
function controlIn({ initial, edit }: JsonObject): JsonObject | null {
  if (isObject(initial)) return initial
  if (!isObject(edit)) return null
  return isObject(edit.editControlInitial) ? edit.editControlInitial : edit
}
