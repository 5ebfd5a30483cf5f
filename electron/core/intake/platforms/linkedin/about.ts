// Owns what a LinkedIn export says of itself: whose it is, whether it is the small or the whole one, and when it was made.
import type { Claims } from '../../kit/claims.ts'
import { headerKeys, type Peek, type Survey } from '../../kit/peek.ts'
import { rowOf } from '../../kit/row.ts'
import type { About } from '../../kit/spec.ts'
import { clockTime } from '../../kit/time.ts'
import { isHeaderOf } from './tables.ts'
import { isDayFirst } from './when.ts'

const ACTIVITY = ['shares', 'comments', 'reactions', 'votes', 'reposts']

/** The member's name stands in the profile, the handle in invitations that the member sent. */
export function aboutOf({ tree }: Survey, claims: Claims): About {
  const [profile] = rowsOf(claims, 'profile')
  const name = [profile?.get('first name'), profile?.get('last name')].filter(Boolean).join(' ')
  const sent = rowsOf(claims, 'invitations').find((row) => /^outgoing$/i.test(row.get('direction')))
  const types = new Set([...claims.values()].map(({ type }) => type))
  const isWhole = ACTIVITY.some((type) => types.has(type)) || types.has('advertising')
  const isPage = types.has('page-posts')
  return {
    layout: isPage && types.size === 1 ? 'page figures' : isWhole ? 'complete' : 'basic',
    ownerHandle: /linkedin\.com\/in\/([^/?#]+)/i.exec(sent?.get('inviterprofileurl') ?? '')?.[1] ?? null,
    ownerNativeId: null,
    ownerName: name || null,
    generatedAt: tree.set.parts.map((part) => madeAt(part.name)).find((at) => at !== null) ?? null,
    findings: isWhole || isPage || types.size === 0 ? [] : [BASIC],
  }
}

const BASIC = {
  code: 'basic-export',
  file: null,
  sentence:
    'This export holds no posts, comments or reactions. LinkedIn puts them only into the larger archive (“Complete”), which takes up to a day: ask for that one too if they are wanted.',
}

/** Whether the dates that the files begin with are written day first. */
export function writesDayFirst(claims: Claims): boolean {
  return [...claims.keys()].some(({ rows }) => rows.some((row) => row.some(isDayFirst)))
}

function rowsOf(claims: Claims, wanted: string) {
  return [...claims].flatMap(([peek, { type }]) => (type === wanted ? rowsIn(peek, wanted) : []))
}

function rowsIn({ rows }: Peek, type: string) {
  const start = rows.findIndex(isHeaderOf(type))
  const header = headerKeys(rows[start])
  return start < 0 ? [] : rows.slice(start + 1).map((cells) => rowOf(header, cells))
}

/** `Complete_LinkedInDataExport_01-29-2026.zip`: month first, the day only. */
function madeAt(name: string): number | null {
  const parts = /LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})/i.exec(name)
  if (parts === null) return null
  const [month = 0, day = 0, year = 0] = parts.slice(1).map(Number)
  return clockTime({ year, month, day, hour: 0, minute: 0, second: 0, milli: 0 }, name, 'day', 'UTC').at
}
