// What a reviewer can rely on of the catalogue of exemptions (law.md §1.7).
import { expect, test } from 'vitest'
import { type AppliedGround, asksOrdinance, lacking } from '../../../shared/domain/review/review.ts'
import { parseLocalDate } from '../../../shared/domain/time.ts'
import { californiaExemptions } from '../../../shared/law/exemptions-california.ts'

const catalogue = (id: string) => californiaExemptions.find((one) => one.id === id)
const on = parseLocalDate('2026-12-01')

test('each exemption stands once', () => {
  const ids = californiaExemptions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(12)
})

test('the grounds that ask for more say what they lack', () => {
  const ground = { law: '', harm: '', describes: 'x' }
  const asking = californiaExemptions.flatMap(({ id }) =>
    lacking({ ...ground, exemption: id }, catalogue, on) === null ? [] : [id],
  )
  expect(asking).toEqual(['gov-7922.000', 'gov-7927.705', 'gov-7927.500'])
  for (const exemption of asking)
    expect(lacking({ exemption, law: 'Evid. Code 954', harm: 'It …', describes: 'x' }, catalogue, on)).toBeNull()
})

test('a ground names an exemption of the catalogue that counts on the day', () => {
  const ground = { exemption: 'gov-7927.700', law: '', harm: '', describes: 'x' }
  expect(lacking({ ...ground, exemption: '6254(c)' }, catalogue, on)).toMatch(/“6254\(c\)” is no exemption of the cat/)
  const [first] = californiaExemptions
  if (first === undefined) throw new Error('no exemptions')
  const until = (validTo: string) => () => ({ ...first, validTo: parseLocalDate(validTo) })
  expect(lacking(ground, until('2026-12-01'), on)).toBeNull()
  expect(lacking(ground, until('2026-11-30'), on)).toMatch(/counted until November 30, 2026: choose/)
  const later = () => ({ ...first, validFrom: parseLocalDate('2026-12-02') })
  expect(lacking(ground, later, on)).toMatch(/counts from December 2, 2026 on: choose/)
})

test('a permissive exemption that carries a withholding alone asks what the ordinance requires', () => {
  const of = (exemption: string): AppliedGround => ({ exemption, law: '-', harm: '-', describes: 'x' })
  const asking = californiaExemptions.filter(({ id }) => asksOrdinance([of(id)], catalogue))
  expect(asking.map(({ id }) => id)).toEqual(
    californiaExemptions.flatMap(({ id, basis }) => (basis === 'A' ? [id] : [])),
  )
  expect(asking.length).toBeGreaterThan(5)
  const [open, forbidden] = [of('gov-7927.500'), of('gov-7927.705')]
  const answered = { ...open, ordinance: { requiresRelease: false, by: 'Dana', why: 'No' } }
  expect(
    [[open, open], [open, forbidden], [open, answered], [forbidden]].map((grounds) =>
      asksOrdinance(grounds, catalogue),
    ),
  ).toEqual([...[true, false, false, false]])
})
