// What a packet tells of its request. Who asked is nobody else's business and stands nowhere in it.
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { plainPhrase, searchable, stretchesIn } from '../../../../shared/text/occurrences.ts'
import type { PacketDocument } from '../document.ts'

const STAND_IN = '[the requester]'
const LEAST = 3

/** The request without its requester: where its words name that person, or an address, others stand in. */
export function publicPart(request: PublicRequest): PacketDocument['request'] {
  const { id, receivedOn, text, accounts, from, to, search, requester, contact } = request
  const named = [requester, ...contact.split(/[,;\s]+/), contact].filter((one) => one.trim().length >= LEAST)
  return { id, receivedOn, text: without(text, named), accounts, from, to, search }
}

function without(text: string, phrases: readonly string[]): string {
  const found = phrases
    .flatMap((phrase) => stretchesIn(searchable(text), plainPhrase(phrase)))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let rest = ''
  let at = 0
  for (const { from, to } of found) {
    if (from < at) continue
    rest += `${text.slice(at, from)}${STAND_IN}`
    at = to
  }
  return rest + text.slice(at)
}
