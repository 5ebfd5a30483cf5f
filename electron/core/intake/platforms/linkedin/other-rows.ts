// Owns making records of LinkedIn's tables besides what was written: recommendations, endorsements, events, uploads, what was saved, the profile.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import type { Row } from '../../kit/row.ts'
import { NO_TIME } from '../../kit/time.ts'
import { linkedinTime } from './when.ts'

const link = (address: string, shown = address) =>
  address === '' ? [] : [{ shown: shown || address, target: address }]
const full = (...names: readonly string[]) => names.filter((name) => name !== '').join(' ')

/** A profile's address, which some tables write without the beginning. */
function profileLink(address: string, name: string) {
  return link(address === '' || /^https?:/i.test(address) ? address : `https://${address}`, name)
}

/**
 * A row of recommendations. Those given and those received have the same columns: only the file's name tells which they are; where it does
 * not, nobody is named as the writer.
 */
export function recommendationOutcome(row: Row, owner: string, fileName: string): Outcome {
  const [text, other] = [row.get('text'), full(row.get('first name'), row.get('last name'))]
  if (text === '' && other === '') return failed('recommendation-empty', 'has neither words nor a name')
  const isGiven = /given/i.test(fileName)
  const isReceived = !isGiven && /received/i.test(fileName)
  return record({
    kind: 'review',
    key: full(isGiven ? 'about' : isReceived ? 'by' : 'with', other),
    time: linkedinTime(row.get('creation date')),
    author: isGiven ? owner : isReceived ? other : '',
    text,
    details: {
      about: isGiven ? other : isReceived ? owner : '',
      with: isGiven || isReceived ? '' : other,
      company: row.get('company'),
      position: row.get('job title'),
      status: row.get('status'),
    },
    content: { text, other },
  })
}

/** A row of endorsements: its columns tell whether they were given or received. */
export function endorsementOutcome(row: Row, owner: string): Outcome {
  const isGiven = row.has('endorsee first name')
  const role = isGiven ? 'endorsee' : 'endorser'
  const other = full(row.get(`${role} first name`), row.get(`${role} last name`))
  const skill = row.get('skill name')
  return record({
    kind: 'reaction',
    key: full('endorsement of', skill, isGiven ? 'about' : 'by', other),
    time: linkedinTime(row.get('endorsement date')),
    author: isGiven ? owner : other,
    text: skill,
    links: profileLink(row.get(`${role} public url`), other),
    details: { endorsement: skill, about: isGiven ? other : owner, status: row.get('endorsement status') },
    content: { skill, other },
  })
}

/** A row of `Events.csv`: an event that the member attends or gives. */
export function eventOutcome(row: Row): Outcome {
  const [name, when] = [row.get('event name'), row.get('event time')]
  if (name === '') return failed('event-without-name', 'has no name, as an event must')
  return record({
    kind: 'event',
    key: name,
    time: linkedinTime(when.split(' - ')[0] ?? ''),
    author: '',
    text: name,
    links: link(row.get('external url')),
    details: { title: name, starts: when, status: row.get('status') },
    content: { name, when },
  })
}

/** A row of `Rich_Media.csv`: something that was uploaded; its bytes are not in the export, unless they lie beside. */
export function uploadOutcome(row: Row, owner: string, media: MediaFinder): Outcome {
  const [when, description, address] = [row.get('date/time'), row.get('media description'), row.get('media link')]
  const isBeside = address !== '' && !/^https?:/i.test(address)
  return record({
    kind: 'file',
    key: address.replace(/\?.*$/s, ''),
    time: linkedinTime(when),
    author: owner,
    // LinkedIn writes a dash where nothing was said.
    text: description === '-' ? '' : description,
    links: isBeside ? [] : link(address),
    details: { said: when },
    content: { description, address: address.replace(/\?.*$/s, '') },
    media: isBeside ? [media.file({ uri: address })] : [],
  })
}

/** A row of what was saved to be read later. */
export function savedOutcome(row: Row, owner: string): Outcome {
  const [address, name] = [row.get('saveditem', 'link'), row.get('name')]
  return record({
    kind: 'bookmark',
    key: address,
    time: linkedinTime(row.get('createdtime', 'savedat', 'saved at')),
    author: owner,
    text: name || address,
    links: link(address, name),
    content: { address },
  })
}

/** `Profile.csv`; the home address, date of birth and the like stay in the source. */
export function profileOutcome(row: Row): Outcome {
  const name = full(row.get('first name'), row.get('last name'))
  const [headline, summary] = [row.get('headline'), row.get('summary')]
  return record({
    kind: 'profile',
    id: 'profile',
    time: NO_TIME,
    author: name,
    text: [name, headline, summary].filter((part) => part !== '').join('\n'),
    details: {
      headline,
      industry: row.get('industry'),
      place: row.get('geo location'),
      websites: row.get('websites'),
      handles: row.get('twitter handles'),
    },
    content: { name, headline, summary, industry: row.get('industry'), websites: row.get('websites') },
  })
}
