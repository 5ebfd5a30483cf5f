// The clocks of the California Public Records Act as data (law.md §0, §1.2). The rule in force on the day of receipt applies.
import type { ClockRule } from '../domain/calendar/clock.ts'
import { parseLocalDate } from '../domain/time.ts'

const recodified = parseLocalDate('2023-01-01')
const lastDayBefore = parseLocalDate('2022-12-31')
const businessDaysFrom = parseLocalDate('2027-01-01')

const determination = {
  duty: 'cpra-determination',
  amount: 10,
  unit: 'calendar-days',
  absolute: false,
  text: 'Determine whether the request seeks disclosable records, and notify the requester with the reasons.',
} as const
const extension = {
  duty: 'cpra-extension',
  amount: 14,
  unit: 'calendar-days',
  absolute: true,
  text: 'In unusual circumstances, by written notice sent before day 10 ends; no notice may name a later day.',
} as const
const current = {
  validFrom: recodified,
  validTo: null,
  source: 'leginfo, Gov. Code 7922.535',
  confirmed: true,
  enabled: true,
}
const former = {
  validFrom: null,
  validTo: lastDayBefore,
  source: 'Gov. Code 6253(c), recodified without change in substance (AB 473, Stats. 2021 ch. 614)',
  confirmed: true,
  enabled: true,
}
const pending = {
  unit: 'business-days',
  validFrom: businessDaysFrom,
  validTo: null,
  source: 'AB 1821 (2026), amended 25 June 2026; whether it was chaptered is not confirmed',
  confirmed: false,
  enabled: false,
} as const

const named = {
  amount: 0,
  unit: 'calendar-days',
  absolute: true,
  ...current,
  validFrom: null,
} as const

/** All versions; those of AB 1821 stay disabled until somebody confirms that it became law. */
export const californiaClocks: readonly ClockRule[] = [
  { ...determination, id: 'cpra-10-days', citation: 'Gov. Code 7922.535(a)', ...current },
  { ...extension, id: 'cpra-14-days', citation: 'Gov. Code 7922.535(b)', ...current },
  { ...determination, id: 'cpra-10-days-former', citation: 'former Gov. Code 6253(c)', ...former },
  { ...extension, id: 'cpra-14-days-former', citation: 'former Gov. Code 6253(c)', ...former },
  { ...determination, id: 'cpra-10-business-days', citation: 'Gov. Code 7922.535(a) (AB 1821)', ...pending },
  { ...extension, id: 'cpra-14-business-days', citation: 'Gov. Code 7922.535(b) (AB 1821)', ...pending },
  {
    ...named,
    id: 'cpra-extended-answer',
    duty: 'extended-answer',
    citation: 'Gov. Code 7922.535(b)',
    text: 'The notice of extension sets out the reasons and the day on which a determination is expected to be dispatched.',
  },
  {
    ...named,
    id: 'cpra-estimate',
    duty: 'estimated-availability',
    citation: 'Gov. Code 7922.535(a)',
    text: 'Where records are to be disclosed, the determination also states the estimated date and time at which they will be available.',
  },
]
