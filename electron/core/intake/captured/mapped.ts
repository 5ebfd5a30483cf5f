// Answers of any interface that answers with JSON, captured: their items are rows, read by the mapping that the capture keeps beside them.
import { pathSteps, valuesAt } from '../../../../shared/domain/intake/column-path.ts'
import { type MappingRules, SavedMapping } from '../../../../shared/domain/intake/mapping.ts'
import { parseLossless } from '../../json/lossless.ts'
import type { AnswerItem, CapturedReader, StoredAnswer } from '../captured-reader.ts'
import { failed, passedOver } from '../kit/draft.ts'
import { CONTEXT, type JsonAnswers, jsonItems, shownByItems, streamedItems } from '../kit/json-answer.ts'
import { again } from '../mapped/again.ts'
import { jsonRow } from '../mapped/json-row.ts'
import { sentenceOf } from '../mapped/problems.ts'
import { recordOfRow } from '../mapped/row-record.ts'

const NAME = 'mapped'
const RULES = 'rules'
const MAPPING = passedOver('The mapping by which the answers of this capture are read.')
const NO_RULES = failed('answer-no-mapping', 'is read by a mapping that the capture does not hold')

export default {
  name: NAME,
  read: itemsOf,
  shows: ({ bytes, url, noted }) => {
    const rules = isMapping(url) ? null : rulesOf(noted)
    return rules === null ? [] : shownByItems(bytes, specOf(rules, url))
  },
  streamed: ({ url, noted }) => {
    const rules = isMapping(url) ? null : rulesOf(noted)
    return rules === null ? null : streamedItems(specOf(rules, url), url)
  },
  notes: function* ({ url, bytes }) {
    if (isMapping(url)) yield [RULES, bytes.toString('utf8')]
  },
} satisfies CapturedReader

async function* itemsOf(answer: StoredAnswer): AsyncGenerator<AnswerItem> {
  const { url, bytes, noted } = answer
  const rules = isMapping(url) ? null : rulesOf(noted)
  if (rules !== null) yield* jsonItems(answer, specOf(rules, url))
  else yield { pointer: '/', start: 0, bytes, outcome: isMapping(url) ? MAPPING : NO_RULES }
}

/** How the items of one answer are read. @param url the answer's, by which addresses in it are understood */
function specOf(rules: MappingRules, url: string): JsonAnswers {
  const { list, fields } = rules
  const keys = list === null ? [] : (pathSteps(list) ?? []).map(String)
  const media = fields.media === undefined ? null : pathSteps(fields.media)
  const absolute = (address: string) => URL.parse(address.trim(), url)?.href ?? address
  const ids = new Set<string>()
  const make: JsonAnswers['make'] = (value, answer, _path, index) => {
    const file: StoredAnswer['media']['file'] = (named) => answer.media.file({ ...named, uri: absolute(named.uri) })
    const { outcome, problems } = recordOfRow(jsonRow(value, `item ${index + 1}`), rules, { ...answer.media, file })
    const all = [...problems, ...again(outcome.type === 'record' ? outcome.draft : null, ids)]
    for (const problem of all) answer.odd(problem.code, sentenceOf(problem))
    return outcome
  }
  return {
    name: NAME,
    parse: parsed,
    lists: (path) => path.length === keys.length && path.every((key, place) => key === keys[place]),
    make,
    // Without a list an object at the root is the one item.
    rest: (value, answer) => (list === null ? make(value, answer, [], 0) : CONTEXT),
    shows: (value) =>
      media === null
        ? []
        : valuesAt(value, media).flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? absolute(one) : [])),
  }
}

function rulesOf(noted: StoredAnswer['noted']): MappingRules | null {
  const text = noted(RULES)
  return text === null ? null : (SavedMapping.safeParse(JSON.parse(text)).data?.rules ?? null)
}

/** Numbers of any length tell items apart. */
function parsed(bytes: Buffer): unknown {
  try {
    return parseLossless(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

const isMapping = (url: string) => url.startsWith('urn:mapping:')
