// LocalWiki, captured: things of a region as they stand and their histories, as the export of the same interface has them (docs/formats/localwiki.md).
import type { StoredAnswer } from '../captured-reader.ts'
import { CONTEXT, jsonAnswers, parsed } from '../kit/json-answer.ts'
import { isObject, objectsOf, textOf } from '../kit/value.ts'
import { versionContent, wordsDigest } from '../platforms/localwiki/content.ts'
import { shapeOf } from '../platforms/localwiki/shape.ts'
import { thingOutcome } from '../platforms/localwiki/thing.ts'
import { keyOf, thingKey } from '../platforms/localwiki/thing-key.ts'

export default jsonAnswers({
  name: 'localwiki',
  lists: (path) => path.length === 1 && (path[0] === 'results' || path[0] === 'objects'),
  make: (value, answer) => thingOutcome(value, { state: stateFor(value, answer), media: answer.media }),
  rest: () => CONTEXT,
  shows: ({ file }) => [textOf(file)],
  notes: function* ({ bytes }) {
    const value = parsed(bytes)
    if (!isObject(value)) return
    for (const thing of [...objectsOf(value.results), ...objectsOf(value.objects)]) {
      const shape = shapeOf(thing)
      const address = textOf(thing.resource_uri) || textOf(thing.url)
      if (shape?.name === 'user') yield [`user ${address}`, textOf(thing.username)]
      if (shape?.name === 'page' && !shape.version) yield [`page ${address}`, keyOf(thing.region, textOf(thing.slug))]
      if (shape?.version !== true) continue
      // Histories come with the oldest first: the last is the newest.
      const { name } = shape
      const newest = {
        at: 0,
        date: textOf(thing.history_date),
        words: wordsDigest(name, thing),
        content: versionContent(name, thing),
      }
      yield [`newest ${thingKey(name, thing, new Map())}`, JSON.stringify(newest)]
    }
  },
})

/** What the export's reader knows before it reads a thing, as far as this one needs it. */
function stateFor(value: Readonly<Record<string, unknown>>, { noted }: StoredAnswer) {
  const shape = shapeOf(value)
  const [user, page] = [textOf(value.history_user), textOf(value.page)]
  const [userName, pageKey] = [noted(`user ${user}`), noted(`page ${page}`)]
  const pages = new Map(pageKey === null ? [] : [[page, pageKey]])
  const key = shape === null ? '' : thingKey(shape.name, value, pages)
  const said = noted(`newest ${key}`)
  const newest = said === null ? undefined : parsed(Buffer.from(said))
  return {
    users: new Map(userName === null ? [] : [[user, userName]]),
    regions: new Map<string, string>(),
    zone: null,
    pages,
    newest: new Map(
      isObject(newest)
        ? [[key, { at: 0, date: textOf(newest.date), words: textOf(newest.words), content: newest.content }]]
        : [],
    ),
  }
}
