// What somebody from the public asks or reports: rules by words, in the languages that Oakland answers in. A person can always say otherwise.

/** A rule, with what it finds and what looks alike and is none. */
export interface AskingRule {
  readonly id: string
  /** What it looks for, in words. */
  readonly finds: string
  readonly pattern: RegExp
  readonly example: string
  readonly not: string
}

/** A word by itself, whatever letters its language has. */
const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')

/** The rules; the first that fits is named. */
export const ASKING_RULES: readonly AskingRule[] = [
  {
    id: 'question-mark',
    finds: 'a question mark that is not part of an address',
    pattern: /(?<!\S*:\/\/\S*)[?？¿؟]/u,
    example: 'When is the library open?',
    not: 'See https://alderbay.example/list?page=2 for the list.',
  },
  {
    id: 'question-word',
    finds: 'a sentence that begins as questions do',
    pattern:
      /(?:^|[.!\n]\s*)(?:@\S+\s+)*(?:who|what|when|where|why|how|which|can (?:you|i|we|someone)|could (?:you|i|we|someone)|is there|are there|does anyone|qui[eé]n|qu[eé] |cu[aá]ndo|d[oó]nde|por qu[eé]|c[oó]mo|pueden?)(?![\p{L}\p{N}])|请问|什么时候|怎么|为什么|khi nào|ở đâu|tại sao|làm sao/iu,
    example: '@AlderBayCity when does the pool open',
    not: 'We know what we want.',
  },
  {
    id: 'report',
    finds: 'words with which people report what is wrong',
    pattern: word(
      'pot ?holes?|broken|leaks?|leaking|flood(?:ed|ing)?|illegal(?:ly)? dump(?:ed|ing)|dumping|graffiti|outage|street ?lights?|sewage|blocked (?:drain|sidewalk|hydrant)|abandoned (?:car|vehicle)|not working|missed (?:pick ?up|collection)|gas smell|fell down|hazard|baches?|fuga|basura|roto|rota|inundaci[oó]n|ổ gà|rò rỉ|đổ rác|ngập',
    ),
    example: 'There is a pothole on Harbor Street',
    not: 'The potholder sale was lovely.',
  },
  {
    id: 'report-cjk',
    finds: 'words with which people report what is wrong, in Chinese',
    pattern: /坑洞|漏水|垃圾|路灯|路燈|涂鸦|塗鴉|坏了|壞了|淹水/u,
    example: '港口街的路灯坏了',
    not: '谢谢市政府',
  },
  {
    id: 'request',
    finds: 'words with which people ask for something to be done',
    pattern: word(
      'please|por favor|favor de|help|ayuda|i need|we need|would like to (?:know|report|request)|vui lòng|làm ơn|xin giúp',
    ),
    example: 'Please fix the swing at Cove Park',
    not: 'The helpful staff were pleased.',
  },
]

/** The first rule that finds something asked or reported; null where none does. */
export function askedBy(text: string): AskingRule | null {
  return ASKING_RULES.find(({ pattern }) => pattern.test(text)) ?? null
}
