// Owns finding what a row or an object says by the names of its columns or keys, however they are spelled.
import { isObject, type JsonObject } from '../../kit/value.ts'

/** Names by what they stand for: in lower case, without spaces and marks. `creation_date`, `Creation Date` and `creationDate` are one. */
const MEANINGS = {
  id: ['id', 'uuid'],
  numbers: ['commentid', 'messageid', 'eventid', 'reactionid'],
  body: [
    'body',
    'bodytext',
    'text',
    'content',
    'message',
    'messagebody',
    'messagetext',
    'comment',
    'commentbody',
    'commenttext',
    'reply',
    'postbody',
    'posttext',
    'postcontent',
    'post',
    'description',
  ],
  subject: ['subject', 'title', 'headline', 'posttitle', 'eventtitle', 'eventname'],
  time: [
    'creationdate',
    'datecreated',
    'createdat',
    'created',
    'createdon',
    'creationtime',
    'creationdateepochseconds',
    'date',
    'datetime',
    'timestamp',
    'time',
    'postedat',
    'posted',
    'dateposted',
    'postdate',
    'sentat',
    'sent',
    'datesent',
    'publishedat',
    'commentdate',
    'messagedate',
  ],
  author: ['authorname', 'author', 'from', 'sender', 'sendername', 'postedby', 'commenter', 'username', 'authorid'],
  recipient: ['recipient', 'recipients', 'recipientname', 'to', 'participants'],
  conversation: ['conversation', 'conversationid', 'thread', 'threadid', 'chatid', 'chat'],
  parent: ['parentcommentid', 'parentid', 'inreplyto'],
  post: ['postid', 'commentedon', 'posturl', 'originalpost'],
  category: ['category', 'categoryname', 'topic', 'section'],
  neighborhood: ['neighborhood', 'neighborhoodname', 'neighbourhood', 'neighbourhoodname', 'audience', 'hood'],
  place: ['location', 'venue', 'venuename', 'place'],
  url: ['url', 'link', 'permalink', 'publicposturl', 'embedurl', 'posturl', 'shareurl', 'smartlinkurl'],
  media: [
    'mediaattachments',
    'media',
    'photos',
    'photo',
    'photourls',
    'photourl',
    'images',
    'image',
    'attachments',
    'videos',
    'video',
  ],
  reaction: ['reaction', 'reactiontype'],
  start: ['starttime', 'startdate', 'eventstart', 'eventdate', 'starts', 'start'],
  end: ['endtime', 'enddate', 'eventend', 'ends', 'end'],
  edited: ['updatedat', 'lastupdated', 'editedat', 'modified', 'lastmodified', 'lasteditdate'],
  deleted: ['deletedat', 'deleted', 'isdeleted', 'datedeleted'],
  visibility: ['visibility', 'privacy', 'scope'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Meaning = keyof typeof MEANINGS

const isMeaning = (name: string): name is Meaning => name in MEANINGS
const ALL = Object.keys(MEANINGS).filter(isMeaning)

/** What never leaves the source: addresses of computers, of people, devices, passwords. */
const PRIVATE =
  /^(?:.*ip|ip.*address.*|.*email.*|.*phone.*|.*password.*|.*token.*|.*device.*|.*useragent.*|.*streetaddress.*|latitude|longitude|lat|lon)$/

export interface Fields {
  /** The value under the first of the meaning's names that says something; `''` where none does. */
  text(meaning: Meaning): string
  /** The same, as it stands. */
  value(meaning: Meaning): unknown
  /** What stands under one name, as it stands. */
  named(name: string): unknown
  /** Everything under names that have no meaning here and are not private. */
  rest(): Readonly<Record<string, unknown>>
}

/** A name as names are compared. */
export function plainName(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Which meanings a table or object has by its names. */
export function meaningsOf(names: readonly string[]): ReadonlySet<Meaning> {
  const plain = new Set(names.map(plainName))
  return new Set(ALL.filter((meaning) => MEANINGS[meaning].some((name) => plain.has(name))))
}

/** What a row (its cells under their names) or an object says. */
export function fieldsOf(entries: readonly (readonly [name: string, value: unknown])[]): Fields {
  // Of two columns with one name the first is meant.
  const values = new Map(entries.map(([name, value]) => [plainName(name), value] as const).reverse())
  const value = (meaning: Meaning) => {
    for (const name of MEANINGS[meaning]) {
      const one = values.get(name)
      if (one !== undefined && one !== null && one !== '') return one
    }
    return undefined
  }
  return {
    text: (meaning) => textIn(value(meaning)),
    value,
    named: (name) => values.get(name),
    rest: () => {
      const known = new Set<string>(ALL.flatMap((meaning) => [...MEANINGS[meaning]]))
      return Object.fromEntries(entries.filter(([name]) => !known.has(plainName(name)) && !isPrivate(name)))
    },
  }
}

/** Whether what stands under a name is never shown. */
export function isPrivate(name: string): boolean {
  return PRIVATE.test(plainName(name))
}

/** A person or a place may be an object with a name. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map(textIn)
      .filter((one) => one !== '')
      .join(', ')
  return isObject(value) ? named(value) : ''
}

function named(value: JsonObject): string {
  const name = value.name ?? value.display_name ?? value.displayName ?? value.title
  return typeof name === 'string' ? name : ''
}
