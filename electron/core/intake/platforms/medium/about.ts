// Owns whose export of Medium it is, and when it was made.
import type { Claims } from '../../kit/claims.ts'
import { parseMarkup } from '../../kit/markup.ts'
import type { Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { clockTime } from '../../kit/time.ts'
import { handleIn } from './entry.ts'
import { profileIn } from './profile.ts'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june'].concat([
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
])

/** The account by its profile; where that is missing, by the one name under which all stories stand. */
export async function aboutMedium({ peeks }: Survey, claims: Claims): Promise<About> {
  const page = peeks.find((peek) => claims.get(peek)?.type === 'profile')
  const profile = page === undefined ? null : profileIn(parseMarkup(page.head, false))
  const authors = new Set<string>()
  let generatedAt: number | null = null
  for (const peek of peeks) {
    const type = claims.get(peek)?.type
    if (type !== 'posts' && type !== 'lists' && type !== 'about') continue
    const { text } = peek
    const address = type === 'posts' ? authorIn(text) : null
    const author = address === null ? null : handleIn(address)
    if (author !== null) authors.add(author)
    const made = dayIn(text)
    if (made !== null) generatedAt = Math.max(generatedAt ?? made, made)
  }
  const [only] = authors
  return {
    layout: 'html',
    ownerHandle: profile?.handle ?? (authors.size === 1 ? (only ?? null) : null),
    ownerNativeId: profile?.number ?? null,
    ownerName: profile?.name || null,
    generatedAt,
  }
}

function authorIn(text: string): string | null {
  const link = /<a\b[^<>]*class=["'][^"']*\bp-author\b[^<>]*>/.exec(text)?.[0] ?? ''
  return /href=["']([^"']+)/.exec(link)?.[1] ?? null
}

/** `Exported from Medium on September 21, 2018.`: the day, as if in UTC. */
function dayIn(text: string): number | null {
  const [, name = '', day, year] = /Medium(?:<\/a>)?\s+on\s+([a-z]+)\s+(\d{1,2}),\s+(\d{4})/i.exec(text) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  const noon = { hour: 0, minute: 0, second: 0, milli: 0 }
  return clockTime({ ...noon, year: Number(year), month, day: Number(day) }, '', 'day', 'UTC').at
}
