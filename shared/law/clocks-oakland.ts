// Oakland's immediate disclosure clocks as data: OMC 2.20.230 (law.md §2.1). Other cities do not load this file.
import type { ClockRule, OfficeHours } from '../domain/calendar/clock.ts'

const common = { validFrom: null, validTo: null, enabled: true }
const source = 'oakland-ca.elaws.us, OMC 2.20.230, last sentence cut off in the copy read'

/** Three timers of their own; the CPRA extension moves none of them. */
export const oaklandClocks: readonly ClockRule[] = [
  {
    ...common,
    id: 'idr-3-business-days',
    duty: 'idr-response',
    amount: 3,
    unit: 'business-days',
    absolute: false,
    citation: 'OMC 2.20.230(A)',
    text: 'Satisfy the request, or advise that more time is needed to determine one of the matters listed. What a business day is stands nowhere in the chapter: Monday to Friday without City holidays is taken.',
    source,
    confirmed: false,
  },
  {
    ...common,
    id: 'idr-7-days',
    duty: 'idr-determination',
    amount: 7,
    unit: 'calendar-days',
    absolute: false,
    citation: 'OMC 2.20.230(A)',
    text: 'Communicate the determinations in writing; counted from the date of the request.',
    source,
    confirmed: true,
  },
  {
    ...common,
    id: 'idr-14-days',
    duty: 'idr-production',
    amount: 14,
    unit: 'calendar-days',
    absolute: true,
    citation: 'OMC 2.20.230(A)',
    text: 'Provide the records; in no event later, counted from the written determination.',
    source,
    confirmed: true,
  },
  {
    ...common,
    id: 'pec-mediation-10-days',
    duty: 'mediation',
    amount: 10,
    unit: 'calendar-days',
    absolute: false,
    citation: 'OMC 2.20.270',
    text: 'The Public Ethics Commission’s staff try to begin mediation within 10 days of the demand; its recommendations bind nobody.',
    source: 'oaklandca.gov, request for mediation; OMC 2.20.270, last part cut off in the copy read',
    confirmed: false,
  },
]

/** When the City Clerk's office takes requests in; what comes later counts by City practice as the next business day's. */
export const oaklandHours: OfficeHours = {
  id: 'oakland-office-hours',
  citation: 'City Attorney’s staff guide (29 April 2025) §5',
  text: 'A request submitted on a non-business day is received on the next business day. The office is open Monday to Friday, 8:30 to 17:00; that later hours count as the next day’s is a reading.',
  validFrom: null,
  validTo: null,
  source: 'quoted by a third party; the portal itself is not consistent',
  confirmed: false,
  opens: '08:30',
  closes: '17:00',
}
