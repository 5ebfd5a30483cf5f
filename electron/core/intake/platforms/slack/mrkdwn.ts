// Owns Slack's markup of messages: entities, mentions, channels and links in angle brackets. The raw text stays in the record's content and source.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import type { Channels } from './channels.ts'
import { nameOf, type People } from './people.ts'

/** Whose names mentions are shown by. */
export interface Names {
  readonly people: People
  readonly channels: Channels
}

export interface Words {
  readonly text: string
  readonly links: readonly Link[]
}

export const NO_WORDS: Words = { text: '', links: [] }

/** A text as Slack shows it: `<@U1>` by name, `<https://a|b>` by its label, `&amp;` `&lt;` `&gt;` decoded once. */
export function wordsOf(raw: string, names: Names): Words {
  if (!/[<&]/.test(raw)) return { text: raw, links: [] }
  const links: Link[] = []
  const parts = raw.split(/(<[^<>\n]+>)/)
  const text = parts.map((part, place) => (place % 2 === 1 ? shownAs(part, names, links) : decoded(part))).join('')
  return { text, links }
}

function shownAs(token: string, { people, channels }: Names, links: Link[]): string {
  const [target = '', ...labels] = token.slice(1, -1).split('|')
  const label = decoded(labels.join('|'))
  const rest = target.slice(1)
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return `@${people.get(rest)?.shown ?? (label || nameOf(people, rest))}`
  if (/^#[CGD][A-Z0-9]+$/.test(target)) return `#${channels.byId.get(rest)?.name || label || rest}`
  if (target.startsWith('!')) return special(rest, label)
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target)) return decoded(token)
  const address = withoutToken(decoded(target))
  links.push({ shown: label || address, target: address })
  return label || address
}

/** `<!here>`, `<!subteam^S1|@clerks>`, `<!date^1392734382^…|18 February>`. */
function special(command: string, label: string): string {
  const [word = '', id = ''] = command.split('^')
  if (label !== '') return label.startsWith('@') || word === 'date' ? label : `@${label}`
  return word === 'subteam' ? `@${id}` : word === 'date' ? id : `@${word}`
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_entity, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'))
}

/** An address without what opens Slack's files to whoever holds it. */
export function withoutToken(address: string): string {
  if (!/^https?:/i.test(address) || !address.includes('?')) return address
  const [path = '', query = ''] = address.split(/\?(.*)/s)
  const own = /^https?:\/\/(?:[\w-]+\.)*slack(?:-files|-edge)?\.com\//i.test(address)
  const kept = query
    .split('&')
    .filter((one) => !/^[^=]*=xox|^xox/i.test(one) && !(own && /^(?:t|token|pub_secret)=/.test(one)))
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}
