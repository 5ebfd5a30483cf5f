// Which records a hold covers.
import { describe, expect, it } from 'vitest'
import { Hold, HoldScope, type HoldSubject, holdCovers, holdsOver } from '../../../shared/domain/disposition/hold.ts'
import { AccountId, RecordId } from '../../../shared/domain/id.ts'
import { parseLocalDate } from '../../../shared/domain/time.ts'

const hold = (scope: Partial<HoldScope>, more: Partial<Hold> = {}): Hold => ({
  ...Hold.parse({
    id: 1,
    label: 'Doe v. City of Alder Bay',
    matter: '',
    attorney: '',
    startsOn: null,
    reviewOn: null,
    basis: 'litigation',
    orderedBy: 'City Attorney',
    orderDocument: null,
    scope: { search: null, accounts: [], from: null, to: null, recordIds: [], ...scope },
    placedAt: 1_700_000_000_000,
    releasedAt: null,
    releasedBy: null,
    releaseDocument: null,
  }),
  ...more,
})
const record = (more: Partial<HoldSubject> = {}): HoldSubject => ({
  id: RecordId.parse(10),
  account: AccountId.parse(1),
  first: parseLocalDate('2024-03-05'),
  last: parseLocalDate('2024-06-01'),
  found: (search) => search === 'ferry',
  ...more,
})
const day = parseLocalDate

describe('a hold', () => {
  it.each([
    ['nothing but the order: every record', {}, true],
    ['its account', { accounts: [AccountId.parse(1)] }, true],
    ['another account', { accounts: [AccountId.parse(2)] }, false],
    ['a search that finds it', { search: 'ferry' }, true],
    ['a search that does not', { search: 'bridge' }, false],
    ['a period that its last edit reaches into', { from: day('2024-06-01') }, true],
    ['a period after its last edit', { from: day('2024-06-02') }, false],
    ['a period that ends on its first day', { to: day('2024-03-05') }, true],
    ['a period that ends before', { to: day('2024-03-04') }, false],
    ['its number', { recordIds: [RecordId.parse(10)] }, true],
    ['another number only', { recordIds: [RecordId.parse(11)] }, false],
    ['its number, though the search does not find it', { recordIds: [RecordId.parse(10)], search: 'bridge' }, true],
    ['another number, and a search that finds it', { recordIds: [RecordId.parse(11)], search: 'ferry' }, true],
    ['account right, search wrong', { accounts: [AccountId.parse(1)], search: 'bridge' }, false],
  ])('covers a record by %s: %j → %s', (_, scope, covered) => {
    expect(holdCovers(hold(scope), record())).toBe(covered)
  })

  it('covers a record of unknown time in any period', () => {
    const period = { from: day('2030-01-01'), to: day('2030-12-31') }
    expect(holdCovers(hold(period), record({ first: null, last: null }))).toBe(true)
  })

  it('covers nothing once released', () => {
    const { placedAt } = hold({})
    expect(holdCovers(hold({}, { releasedAt: placedAt }), record())).toBe(false)
  })

  it('is named among the holds over a record', () => {
    const [mine, other] = [hold({ search: 'ferry' }), hold({ search: 'bridge' })]
    expect(holdsOver([mine, other])(record())).toEqual([mine])
  })

  it('refuses a period that ends before it begins', () => {
    const scope = { search: null, accounts: [], from: '2024-02-01', to: '2024-01-01', recordIds: [] }
    expect(HoldScope.safeParse(scope).success).toBe(false)
  })
})
