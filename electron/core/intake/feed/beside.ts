// Owns what lies beside a feed and belongs to its items: transcripts and lists of chapters, found by the names that the feed gives.

import { MemberError } from '../archive/archive.ts'
import type { Outcome } from '../draft.ts'
import { type Cues, cuesOf, isTranscript, looksLikeCues, segmentsOf } from '../kit/cues.ts'
import { failed, passedOver, record } from '../kit/draft.ts'
import { withoutMark } from '../kit/head-text.ts'
import { children, childText } from '../kit/markup.ts'
import { markupReader } from '../kit/markup-reader.ts'
import { mediaFinder } from '../kit/media-finder.ts'
import type { Peek, Survey } from '../kit/peek.ts'
import type { About, Claim, FileReader } from '../kit/spec.ts'
import { NO_TIME } from '../kit/time.ts'
import { baseName, cutDeep, isObject, objectsOf, textOf } from '../kit/value.ts'
import { wholeReader } from '../kit/whole-reader.ts'
import { titleOf } from './channel.ts'
import { feedHead } from './head.ts'
import { attribute, scopeOf } from './names.ts'
import { channelAround, isItem, itemsIn } from './tree.ts'

/** Items by the last step of the addresses of their transcripts and chapters. */
export type Beside = ReadonlyMap<string, string>

/** A transcript or a list of chapters as a claim, which says nothing for any platform; null where a file is neither. */
export function claimBeside({ form, text, json }: Peek): Claim | null {
  if (form === 'json') {
    if (isTranscript(json)) return { type: 'transcript', weight: 0, order: Number.MAX_SAFE_INTEGER }
    return isChapters(json) ? { type: 'chapters', weight: 0, order: Number.MAX_SAFE_INTEGER } : null
  }
  if (form === 'binary' || !looksLikeCues(text)) return null
  return { type: 'transcript', weight: 0, order: Number.MAX_SAFE_INTEGER }
}

function isChapters(json: unknown): boolean {
  return isObject(json) && 'version' in json && objectsOf(json.chapters).some((one) => 'startTime' in one)
}

/** Looks the feeds through for what lies beside them, where anything does. @param idOf the id that an item is kept under, by its guid and its show */
export async function besideOf(
  { tree, peeks }: Survey,
  idOf: (guid: string, show: string) => string,
  signal: AbortSignal,
): Promise<Beside> {
  const found = new Map<string, string>()
  if (!peeks.some((peek) => claimBeside(peek) !== null)) return found
  const reader = markupReader<null>({
    xml: true,
    isItem,
    make: (element, { ancestors }) => {
      const show = () => {
        const channel = channelAround(ancestors)
        return channel === null ? '' : titleOf(channel)
      }
      for (const item of itemsIn(element, scopeOf(ancestors), new Set())) {
        const guid = childText(item, 'guid') || childText(item, 'atom:id')
        for (const name of ['podcast:transcript', 'podcast:chapters']) {
          for (const one of children(item, name)) {
            const base = baseName(attribute(one, 'url'))
            if (base !== '' && guid !== '') found.set(base, idOf(guid, show()))
          }
        }
      }
      return passedOver('Looked at.')
    },
  })
  for (const peek of peeks) {
    if (feedHead(peek) === null) continue
    const { member, name } = peek
    const file = { member, name, type: 'feed', claimed: null, use: 'records', note: null } as const
    try {
      const media = mediaFinder(new Set())
      for await (const _ of reader({ tree, file, about: NOTHING, state: null, media, odd: () => {}, signal }));
    } catch (error) {
      // The damage is told where the file is read.
      if (!(error instanceof MemberError)) throw error
    }
  }
  return found
}

const NOTHING: About = { layout: '', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }

/** A reader of transcripts. */
export function transcriptReader<State>(besideIn: (state: State) => Beside): FileReader<State> {
  return wholeReader({
    make: (bytes, { file, state }) => {
      const text = withoutMark(bytes)
      const json = text.trimStart().startsWith('{') ? parsed(text) : undefined
      if (json === null) return failed('item-malformed', 'is malformed and cannot be understood')
      return cuesOutcome(json === undefined ? cuesOf(text) : segmentsOf(json), file.name, besideIn(state))
    },
  })
}

/** A record of captions or a transcript. @param parents what it belongs to, by the last step of its name */
function cuesOutcome({ text, format, count, speakers }: Cues, name: string, parents: Beside): Outcome {
  const parent = parents.get(baseName(name)) ?? null
  return record({
    kind: 'file',
    id: `transcript ${parent === null ? name : `${baseName(name)} of ${parent}`}`,
    time: NO_TIME,
    author: '',
    conversation: parent,
    parent,
    text,
    details: { what: 'transcript', name, format, lines: count, speakers },
    content: { text },
  })
}

/** A reader of lists of chapters. */
export function chaptersReader<State>(besideIn: (state: State) => Beside): FileReader<State> {
  return wholeReader({
    make: (bytes, { file, state }) => {
      const json = parsed(withoutMark(bytes))
      if (!isObject(json)) return failed('item-malformed', 'is malformed and cannot be understood')
      const chapters = objectsOf(json.chapters)
      const parent = besideIn(state).get(baseName(file.name)) ?? null
      const titles = chapters.map((one) => textOf(one.title)).filter((title) => title !== '')
      return record({
        kind: 'file',
        id: `chapters ${parent === null ? file.name : `${baseName(file.name)} of ${parent}`}`,
        time: NO_TIME,
        author: '',
        conversation: parent,
        parent,
        text: [textOf(json.title), ...titles].filter((part) => part !== '').join('\n'),
        links: chapters.flatMap((one) => {
          const target = textOf(one.url)
          return target === '' ? [] : [{ shown: textOf(one.title) || target, target }]
        }),
        details: {
          what: 'chapters',
          name: file.name,
          show: textOf(json.podcastName),
          writer: textOf(json.author),
          chapters,
        },
        content: { title: textOf(json.title), chapters },
      })
    },
  })
}

/** null where it is no JSON. What is nested deeper than any export is cut off. */
function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    cutDeep(json)
    return json
  } catch {
    return null
  }
}
