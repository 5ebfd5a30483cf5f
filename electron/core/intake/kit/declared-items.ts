// Owns reading what a page declares for machines beside what it shows: its posts and comments as JSON-LD (https://schema.org, JSON-LD 1.1 §7 in HTML).
import { cutDeep, isObject, type JsonObject, textOf } from './value.ts'

/** A post or comment as a page declares it. */
export interface DeclaredItem {
  readonly isComment: boolean
  /** As it is written; `''` where it has none. */
  readonly address: string
  readonly title: string
  readonly text: string
  readonly author: string
  readonly written: string
  readonly pictures: readonly string[]
  /** The item that it is declared in; its place in the list. */
  readonly within: number | null
  /** What it is said to answer, as an address; `''` where that is not said. */
  readonly answers: string
  /** Its own members, without those that are items. */
  readonly own: JsonObject
}

const TYPE =
  /^(?:https?:\/\/schema\.org\/)?(Comment|Answer|Question|Article|NewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting)$/
/** Members that hold items, or lead to some. */
const INSIDE = [
  '@graph',
  'mainEntity',
  'comment',
  'suggestedAnswer',
  'acceptedAnswer',
  'hasPart',
  'blogPost',
  'liveBlogUpdate',
  'itemListElement',
  'item',
] as const
const DEEPEST = 40
/** Items of one page. */
const MOST = 20_000

/** The items of one block of JSON-LD, each after the one that it stands in; none where it is no JSON. */
export function declaredItems(block: string): readonly DeclaredItem[] {
  const found: DeclaredItem[] = []
  const walk = (value: unknown, within: number | null, depth: number) => {
    if (depth > DEEPEST || found.length >= MOST) return
    if (Array.isArray(value)) {
      for (const one of value) walk(one, within, depth + 1)
      return
    }
    if (!isObject(value)) return
    const type = typeOf(value)
    const place = type === null ? within : found.push(itemOf(value, type, within)) - 1
    for (const key of INSIDE) walk(value[key], place, depth + 1)
  }
  walk(parsed(block), null, 0)
  return found
}

function parsed(block: string): unknown {
  try {
    const value: unknown = JSON.parse(block)
    cutDeep(value)
    return value
  } catch {
    return undefined
  }
}

function typeOf(value: JsonObject): string | null {
  const named = Array.isArray(value['@type']) ? value['@type'] : [value['@type']]
  return named.flatMap((one) => TYPE.exec(textOf(one))?.[1] ?? [])[0] ?? null
}

function itemOf(value: JsonObject, type: string, within: number | null): DeclaredItem {
  const inside: ReadonlySet<string> = new Set(INSIDE)
  return {
    isComment: type === 'Comment' || type === 'Answer',
    address: addressOf(value),
    title: wordsOf(value.headline) || wordsOf(value.name),
    text: wordsOf(value.articleBody) || wordsOf(value.text) || wordsOf(value.description),
    author: nameOf(value.author),
    written: wordsOf(value.datePublished) || wordsOf(value.dateCreated),
    pictures: [value.image, value.video].flatMap(picturesOf),
    within,
    answers: isObject(value.parentItem) ? addressOf(value.parentItem) : textOf(value.parentItem),
    own: Object.fromEntries(Object.entries(value).filter(([key]) => !inside.has(key))),
  }
}

/** What stands in a member, alone or as the first of several; its value where the language is named beside it. */
function wordsOf(value: unknown): string {
  const [first] = Array.isArray(value) ? value : [value]
  return (isObject(first) ? textOf(first['@value']) : textOf(first)).trim()
}

function addressOf(value: JsonObject): string {
  const page = value.mainEntityOfPage
  return wordsOf(value.url) || wordsOf(value['@id']) || wordsOf(isObject(page) ? page['@id'] : page)
}

function nameOf(value: unknown): string {
  const [first] = Array.isArray(value) ? value : [value]
  return isObject(first) ? wordsOf(first.name) : wordsOf(first)
}

function picturesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(picturesOf)
  const address = isObject(value) ? wordsOf(value.contentUrl) || wordsOf(value.url) : textOf(value)
  return address === '' ? [] : [address]
}
