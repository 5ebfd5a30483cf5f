// Owns which of LinkedIn's tables a file is, by the names of its columns: those that are read, and those that are kept unread.
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import { headerKeys } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'

interface Rule {
  readonly claim: Claim
  /** Columns that must be there, in lower case. */
  readonly wants: readonly string[]
  /** How many columns there may be; tables with common names are short. */
  readonly most: number
}

const read = (type: string, weight: number, wants: readonly string[], most = 99): Rule => ({
  claim: { type, weight },
  wants,
  most,
})

const unread = (type: string, group: FileGroup, note: string, wants: readonly string[], weight = 0.2, most = 99) => ({
  claim: { type, weight, use: 'unread' as const, note, group },
  wants,
  most,
})

const PROFILE = 'A part of the member’s profile.'
const JOBS = 'Looking for work: the member’s own affairs.'
const REACH = 'Addresses and numbers by which the member is reached.'
const ADS = 'What advertisers are told about the member, or what was clicked.'
const FOLLOWED = 'Whom or what the member follows.'
const DEVICES = 'Sign-ins with addresses of computers.'
const IDENTITY = 'Papers by which the member’s identity was checked.'

/** The first that fits is meant. */
const RULES: readonly Rule[] = [
  read('shares', 0.9, ['date', 'sharelink', 'sharecommentary']),
  read('messages', 0.85, ['conversation id', 'from', 'date', 'content']),
  read('invitations', 0.8, ['from', 'to', 'sent at', 'direction']),
  read('endorsements', 0.8, ['endorsement date', 'skill name']),
  read('recommendations', 0.7, ['first name', 'last name', 'text', 'creation date', 'status']),
  read('page-posts', 0.85, ['post title', 'post link', 'created date', 'impressions']),
  read('comments', 0.5, ['date', 'link', 'message'], 4),
  read('votes', 0.6, ['date', 'link', 'optiontext'], 4),
  read('reactions', 0.5, ['date', 'type', 'link'], 4),
  read('reposts', 0.3, ['date', 'link'], 2),
  read('media', 0.6, ['date/time', 'media description', 'media link']),
  read('events', 0.6, ['event name', 'event time']),
  read('saved', 0.5, ['saveditem']),
  read('saved', 0.3, ['saved at', 'link'], 4),
  read('profile', 0.75, ['first name', 'last name', 'maiden name']),
  unread('connections', 'contacts', 'Contacts of the member.', ['first name', 'last name', 'connected on'], 0.75),
  unread('contacts', 'contacts', 'Contacts that were uploaded.', ['firstname', 'lastname', 'emails'], 0.4),
  unread('follows', 'contacts', FOLLOWED, ['organization', 'followed on'], 0.5),
  unread('follows', 'contacts', FOLLOWED, ['date', 'status', 'fullname'], 0.4),
  unread('follows', 'contacts', FOLLOWED, ['hashtagname'], 0.4),
  unread('advertising', 'advertising', ADS, ['member age', 'company names'], 0.6),
  unread('advertising', 'advertising', ADS, ['ad clicked date'], 0.5),
  unread('advertising', 'advertising', ADS, ['ad title/id'], 0.5),
  unread('advertising', 'advertising', ADS, ['type of inference', 'inference'], 0.5),
  unread('log-ins', 'log-ins', DEVICES, ['login date', 'ip address'], 0.4),
  unread('log-ins', 'log-ins', DEVICES, ['challenge date', 'ip address'], 0.4),
  unread('log-ins', 'log-ins', DEVICES, ['registered at', 'registration ip'], 0.5),
  unread('searches', 'searches', 'What was searched for.', ['time', 'search query'], 0.4),
  unread('reach', 'settings', REACH, ['email address', 'confirmed', 'primary'], 0.3),
  unread('reach', 'settings', REACH, ['extension', 'number'], 0.2),
  unread('identity', 'settings', IDENTITY, ['verification type', 'issuing authority']),
  unread('identity', 'settings', IDENTITY, ['private identity asset name']),
  unread('jobs', 'settings', JOBS, ['application date', 'job title']),
  unread('jobs', 'settings', JOBS, ['saved date', 'job url']),
  unread('jobs', 'settings', JOBS, ['job titles', 'open to recruiters']),
  unread('jobs', 'settings', JOBS, ['alert_parameters']),
  unread('jobs', 'settings', JOBS, ['question', 'answer'], 0.05, 2),
  unread('purchases', 'settings', 'What was paid to LinkedIn.', ['invoice number', 'total amount']),
  unread('learning', 'settings', 'Courses that were watched.', ['content title', 'content type']),
  unread('positions', 'settings', PROFILE, ['company name', 'title', 'started on'], 0.3),
  unread('education', 'settings', PROFILE, ['school name', 'degree name'], 0.3),
  unread('volunteering', 'settings', PROFILE, ['company name', 'role', 'cause'], 0.3),
  unread('certifications', 'settings', PROFILE, ['name', 'authority', 'license number']),
  unread('honors', 'settings', PROFILE, ['title', 'issued on']),
  unread('organizations', 'settings', PROFILE, ['name', 'position', 'started on']),
  unread('projects', 'settings', PROFILE, ['title', 'description', 'started on', 'finished on'], 0.1),
  unread('publications', 'settings', PROFILE, ['name', 'published on', 'publisher']),
  unread('patents', 'settings', PROFILE, ['title', 'patent number']),
  unread('languages', 'settings', PROFILE, ['name', 'proficiency'], 0.1, 2),
  unread('courses', 'settings', PROFILE, ['name', 'number'], 0.05, 2),
]

const fits = ({ wants, most }: Rule, keys: readonly string[]) =>
  keys.length <= most && wants.every((one) => keys.includes(one))

/** What a table is, by the first of its rows that is a header (notes may stand above); null where none is. */
export function claimTable(rows: readonly (readonly string[])[]): Claim | null {
  const headers = rows.map((row) => headerKeys(row).filter((key) => key !== ''))
  return RULES.find((rule) => headers.some((keys) => fits(rule, keys)))?.claim ?? null
}

/** Whether a row is the header of a table of a type. */
export function isHeaderOf(type: string): (cells: readonly string[]) => boolean {
  const own = RULES.filter(({ claim }) => claim.type === type)
  return (cells) => {
    const keys = headerKeys(cells).filter((key) => key !== '')
    return own.some((rule) => fits(rule, keys))
  }
}
