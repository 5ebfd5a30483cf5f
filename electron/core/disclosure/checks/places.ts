// Where to look before a packet is published: what patterns find in what it releases. They propose and decide nothing.

import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import type { CheckName } from '../../../../shared/domain/review/packet-set.ts'
import { plainPhrase, searchable, stretchesIn } from '../../../../shared/text/occurrences.ts'
import { type PersonalDataKind, personalDataIn } from '../../../../shared/text/personal-data.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import type { Packet } from '../packet/packet.ts'
import { type Released, releasedRecords } from '../packet/released.ts'
import type { Sealed } from '../sealed.ts'

/** Places found for a question, as far as they are listed. */
export interface Places {
  readonly places: readonly string[]
  readonly more: number
}

const MOST = 50
const LEAST_NAME = 4

const KINDS: Readonly<Record<PersonalDataKind, string>> = {
  ssn: 'a Social Security number',
  email: 'an e-mail address',
  phone: 'a telephone number',
  address: 'a street address',
  'birth-date': 'a birthdate',
}
const OFFICIALS: readonly PersonalDataKind[] = ['address', 'phone']
const PRIVATE: readonly PersonalDataKind[] = ['ssn', 'address', 'phone', 'birth-date']
/** Words beside which a picture may be a booking photo. */
const BOOKING = /\b(?:booking|booked|mug\s?shot|arrest(?:ed|ee)?|suspect|in custody|charged with)\b/iu

/** So many productions are remembered at most: a place has a hundred characters, and there are 250 of them. */
const REMEMBERED = 16

interface Remembered {
  readonly names: string
  readonly found: ReadonlyMap<CheckName, Places>
}

const known = new WeakMap<Driver, Map<number, Remembered>>()

/** Looks through what a sealed production releases. It never changes, so that is done once for each name of who asked. */
export function placesIn(
  db: Driver,
  packet: Sealed,
  request: PublicRequest,
  signal: AbortSignal,
): ReadonlyMap<CheckName, Places> {
  const { id } = packet.production
  const names = namesOf(request)
  const before = known.get(db) ?? new Map<number, Remembered>()
  known.set(db, before)
  const remembered = before.get(id)
  if (remembered?.names === names.join('\n')) return remembered.found
  const found = lookedThrough(db, packet, names, signal)
  before.delete(id)
  before.set(id, { names: names.join('\n'), found })
  for (const oldest of before.keys()) if (before.size > REMEMBERED) before.delete(oldest)
  return found
}

function lookedThrough(
  db: Driver,
  packet: Packet,
  names: readonly string[],
  signal: AbortSignal,
): ReadonlyMap<CheckName, Places> {
  const found = new Map<CheckName, { places: string[]; more: number }>()
  const add = (name: CheckName, place: string) => {
    const known = found.get(name) ?? { places: [], more: 0 }
    if (known.places.length < MOST) known.places.push(place)
    else known.more += 1
    found.set(name, known)
  }
  if (says(packet.document.request.text, names)) add('requester', 'The request’s own words, on the cover')
  for (const released of releasedRecords(db, packet.production.id, packet.document)) {
    signal.throwIfAborted()
    if (released.decision?.outcome !== 'withhold') look(released, names, add)
  }
  return found
}

function look(released: Released, names: readonly string[], add: (name: CheckName, place: string) => void): void {
  const { label, newest, earlier, record } = released
  const text = [newest, ...earlier].map(({ version }) => version.text).join('\n')
  const kinds = new Set(personalDataIn(text).map(({ kind }) => kind))
  for (const kind of kinds) {
    if (OFFICIALS.includes(kind)) add('officials', `${label}: ${KINDS[kind]}`)
    if (PRIVATE.includes(kind)) add('private', `${label}: ${KINDS[kind]}`)
  }
  const pictures = newest.media.filter(({ file, item }) => file !== null && item.mime?.startsWith('image/'))
  if (pictures.length > 0 && BOOKING.test(text)) add('booking', `${label}: a picture beside words about an arrest`)
  for (const { file, item } of pictures) if (item.alt === null) add('pictures', `${label}: ${file ?? item.name}`)
  if (says(`${text}\n${record.author}`, names)) add('requester', `${label}: a name or address of the requester`)
}

/** Who asked, as one phrase and word by word, and how that person can be reached. */
function namesOf({ requester, contact }: PublicRequest): string[] {
  const words = requester.split(/[\s,.]+/).filter((word) => word.length >= LEAST_NAME)
  return [...new Set([requester.trim(), ...words, ...contact.split(/[,;\s]+/)])].filter(
    (one) => one.length >= LEAST_NAME,
  )
}

function says(text: string, phrases: readonly string[]): boolean {
  const within = searchable(text)
  return phrases.some((phrase) => stretchesIn(within, plainPhrase(phrase)).length > 0)
}
