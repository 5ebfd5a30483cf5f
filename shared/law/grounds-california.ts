// The unusual circumstances of Gov. Code 7922.535(c) as data (law.md §0, §1.2): four, five since 2025, six since 2026.
import type { Ground } from '../domain/request/ground.ts'
import { parseLocalDate } from '../domain/time.ts'

const common = {
  law: 'cpra',
  validFrom: null,
  validTo: null,
  source: 'leginfo, Gov. Code 7922.535',
  confirmed: true,
} as const
const directlyFrom = parseLocalDate('2026-01-01')
const lastBefore = parseLocalDate('2025-12-31')
const emergency = { law: 'cpra', number: 5, short: 'State of emergency', citation: 'Gov. Code 7922.535(c)(5)' } as const

/** Only to the extent reasonably necessary to process the particular request. That staff are busy is no ground. */
export const californiaGrounds: readonly Ground[] = [
  {
    ...common,
    id: 'cpra-ground-1',
    number: 1,
    short: 'Other offices',
    citation: 'Gov. Code 7922.535(c)(1)',
    text: 'Records must be searched for and collected from field facilities or other establishments apart from the office that processes the request.',
  },
  {
    ...common,
    id: 'cpra-ground-2',
    number: 2,
    short: 'Voluminous records',
    citation: 'Gov. Code 7922.535(c)(2)',
    text: 'A voluminous amount of separate and distinct records that one request asks for must be searched for, collected and examined.',
  },
  {
    ...common,
    id: 'cpra-ground-3',
    number: 3,
    short: 'Consultation',
    citation: 'Gov. Code 7922.535(c)(3)',
    text: 'Another agency with a substantial interest, or parts of this one, must be consulted, with all practicable speed.',
  },
  {
    ...common,
    id: 'cpra-ground-4',
    number: 4,
    short: 'Data to be compiled',
    citation: 'Gov. Code 7922.535(c)(4)',
    text: 'Data must be compiled, a program written, or a computer report constructed to extract the data.',
  },
  {
    ...emergency,
    id: 'cpra-ground-5-former',
    text: 'A state of emergency proclaimed by the Governor in this jurisdiction currently affects the ability to respond in time, because of staffing shortages or closed facilities. Not for records made during the emergency and about it.',
    validFrom: null,
    validTo: lastBefore,
    source: 'leginfo compare pages; since when is not confirmed',
    confirmed: false,
  },
  {
    ...emergency,
    id: 'cpra-ground-5',
    text: 'A state of emergency proclaimed by the Governor in this jurisdiction currently and directly affects the ability to respond in time, because of staffing shortages or closed facilities. Not for records made during the emergency and about it.',
    validFrom: directlyFrom,
    validTo: null,
    source: 'AB 370 (Stats. 2025), as described by practitioners',
    confirmed: true,
  },
  {
    law: 'cpra',
    id: 'cpra-ground-6',
    number: 6,
    short: 'Cyberattack',
    citation: 'Gov. Code 7922.535(c)(6)',
    text: 'Because of a cyberattack the agency cannot reach its servers or systems to search for records that it keeps electronically on these alone; until access is regained.',
    validFrom: directlyFrom,
    validTo: null,
    source:
      'AB 370 (Stats. 2025), as described by practitioners; the number of the subdivision was read by a third party',
    confirmed: false,
  },
]
