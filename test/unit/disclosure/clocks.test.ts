// The clocks of a request, by the worked examples of the law (CPRA 7922.535; OMC 2.20.230).
import { describe, expect, it } from 'vitest'
import { broughtLists } from '../../../electron/core/disclosure/brought-lists.ts'
import { clocksIn } from '../../../electron/core/disclosure/clocks.ts'
import { LocalDate } from '../../../shared/domain/time.ts'

const calendar = (city: string, closures: readonly string[] = []) => ({
  city,
  lists: broughtLists(city),
  closures: closures.map((date) => ({ date: LocalDate.parse(date), reason: 'Flood' })),
})
const of = (city: string, receivedOn: string, immediateDisclosure = false) =>
  clocksIn(calendar(city), { receivedOn: LocalDate.parse(receivedOn), immediateDisclosure, determinedOn: null })

const byDuty = (city: string, receivedOn: string) =>
  Object.fromEntries(of(city, receivedOn, true).dates.map(({ duty, due, statutory }) => [duty, [due, statutory]]))

describe('the clocks of a request', () => {
  it('run side by side where the city has an ordinance of its own', () => {
    expect(byDuty('City of Oakland', '2026-11-16')).toEqual({
      'idr-response': ['2026-11-19', '2026-11-19'],
      'idr-determination': ['2026-11-23', '2026-11-23'],
      'cpra-determination': ['2026-11-30', '2026-11-30'],
      'idr-production': ['2026-12-07', '2026-12-07'],
      'cpra-extension': ['2026-12-10', '2026-12-10'],
    })
  })

  it('name the day to work to beside the last day by statute, and each day skipped', () => {
    const [determination] = of('City of Oakland', '2026-09-15').dates
    expect(determination).toMatchObject({
      due: '2026-09-25',
      statutory: '2026-09-28',
      sentence: 'Work to September 25, 2026; the last day by statute is September 28, 2026.',
      skipped: [
        { day: '2026-09-25', why: 'Native American Day (judicial holiday)' },
        { day: '2026-09-26', why: 'Saturday' },
        { day: '2026-09-27', why: 'Sunday' },
      ],
    })
    expect(determination?.steps.length).toBeGreaterThan(3)
  })

  it('give no date in a year whose holidays nobody has loaded, and say which', () => {
    const extension = of('City of Oakland', '2026-12-22').dates.find(({ duty }) => duty === 'cpra-extension')
    expect(extension).toMatchObject({ due: null, statutory: null, skipped: [] })
    expect(extension?.sentence).toContain('the holidays of 2027')
  })

  it('can only be too early in a city whose closures are not known, and say so', () => {
    const { dates, remarks } = of('City of Alder Bay', '2026-09-15', true)
    expect(dates.map(({ duty }) => duty)).toEqual(['cpra-determination', 'cpra-extension'])
    expect(dates[0]).toMatchObject({ due: '2026-09-25' })
    expect(remarks).toEqual([
      'The holidays of City of Alder Bay in 2026 are not loaded: of its closures only those entered singly were counted, so that dates in that year can be too early, never too late.',
      'No ordinance of City of Alder Bay on immediate disclosure requests is loaded: only the clocks of the CPRA run.',
    ])
  })
  it('move on where the City was closed on their last day, and name the closure', () => {
    const request = { receivedOn: LocalDate.parse('2026-11-09'), immediateDisclosure: false, determinedOn: null }
    const [before] = clocksIn(calendar('City of Alder Bay'), request).dates
    const [after] = clocksIn(calendar('City of Alder Bay', ['2026-11-19']), request).dates
    expect([before?.due, after?.due, after?.statutory]).toEqual(['2026-11-19', '2026-11-20', '2026-11-20'])
    expect(after?.skipped).toEqual([{ day: '2026-11-19', why: 'City office closed: Flood', citation: 'CCP 12b' }])
  })
})
