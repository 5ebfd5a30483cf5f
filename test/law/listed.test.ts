// How entries of the lists of open requests and claims are matched with what a vault knows: two spellings of a number are one, two numbers never are,
// and an entry is passed over only where it is held here or two persons answered for it.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type ListedAnswer, listedFacts } from '../../shared/domain/disposition/listed.ts'
import {
  compareListed,
  type ListedKnown,
  type ListedRequest,
  listedMissing,
  listedTold,
} from '../../shared/domain/disposition/listed-judge.ts'
import { nameKey, namesNumber, numberKey } from '../../shared/domain/disposition/listed-number.ts'
import { readListed } from '../../shared/domain/disposition/listed-read.ts'
import { Digest, HoldId, RequestId } from '../../shared/domain/id.ts'
import { Instant, LocalDate } from '../../shared/domain/time.ts'

const part = fc.oneof(
  fc.stringMatching(/^[0-9]{1,6}$/),
  fc.stringMatching(/^[a-z]{1,4}$/),
  fc.stringMatching(/^[a-z]{1,3}[0-9]{1,5}$/),
)
const number = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'))
const dashes = ['-', '–', '—', '‑', '−', '－', ' - ', ' –']

describe('the spelling of a number', () => {
  test('is one whatever its case, its dashes, its wide digits and the spaces around its marks', () => {
    const how = fc.record({
      upper: fc.boolean(),
      wide: fc.boolean(),
      hash: fc.boolean(),
      dash: fc.constantFrom(...dashes),
      around: fc.constantFrom('', ' ', '  ', '\t'),
    })
    fc.assert(
      fc.property(number, how, (plain, { upper, wide, hash, dash, around }) => {
        const cased = (upper ? plain.toUpperCase() : plain).replaceAll('-', dash)
        const digits = wide
          ? cased.replace(/[0-9]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
          : cased
        expect(numberKey(`${around}${hash ? '# ' : ''}${digits}${around}`)).toBe(numberKey(plain))
      }),
    )
  })

  test('is never that of another number', () => {
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(numberKey(one) === numberKey(other)).toBe(one === other)
      }),
    )
    expect([numberKey('26-7') === numberKey('26-0007'), numberKey(' – '), numberKey('26 0007')]).toEqual([
      false,
      '',
      numberKey('26-0007'),
    ])
  })

  test('is found in a text as words of its own, and a short one is found in none', () => {
    const text = 'Superior Court (RG24-1187), claim C 24-118; see Measure 1'
    expect(['rg24-1187', 'C24–118', '24-118', '1187', '1', '24-11'].map((one) => namesNumber(text, one))).toEqual([
      ...[true, true, true, false, false, false],
    ])
    expect(nameKey('Doe  vs. City of Alder Bay')).toBe(nameKey('DOE v. City of Alder Bay'))
  })
})

describe('a list', () => {
  const read = (kind: 'open-requests' | 'claims', csv: string, column: string | null = null) =>
    readListed(
      kind,
      csv.split('\n').map((line) => line.split(',')),
      column,
    )

  it('is read by the headings of portals, and says itself what is closed; one that was reopened is open', () => {
    const csv =
      'Request Number,Request Text,Status,Closed Date,Departments\n26-1,All posts,Open,,Parks\n26-2,Permits,Closed,2026-03-01,\n26-3,x,Open,2026-01-01,\n,No number,,,\n ,,,,'
    expect(read('open-requests', csv)).toEqual({
      numberIn: 'Request Number',
      entries: [
        { kind: 'open-requests', number: '26-1', words: 'All posts · Parks', names: [], closed: false },
        { kind: 'open-requests', number: '26-2', words: 'Permits', names: [], closed: true },
        { kind: 'open-requests', number: '26-3', words: 'x', names: [], closed: false },
        { kind: 'open-requests', number: '', words: 'No number', names: [], closed: false },
      ],
    })
  })

  it('has no numbers where nobody knows which column holds them, nor without a header, until somebody says it', () => {
    expect([read('open-requests', 'Fall,Thema\n26-1,Posts'), read('open-requests', '26-0007')]).toEqual([
      { headings: ['Fall', 'Thema'] },
      { headings: ['26-0007'] },
    ])
    expect(read('claims', 'Akte,Status\nA-1,denied', 'akte')).toMatchObject({
      numberIn: 'Akte',
      entries: [{ number: 'A-1', closed: false }],
    })
    expect(read('claims', 'Akte\nA-1', 'Nummer')).toEqual({ headings: ['Akte'] })
    expect(read('claims', 'Matter,Court\nDoe v. City,Alameda')).toMatchObject({
      numberIn: null,
      entries: [{ number: '', words: 'Doe v. City · Alameda', names: ['Doe v. City'] }],
    })
  })
})

const day = (text: string) => LocalDate.parse(text)
const key = (place: number) => Digest.parse(String(place).padStart(64, '0'))
const request = (id: string, more: Partial<ListedRequest> = {}): ListedRequest => ({
  id: RequestId.parse(id),
  numbers: [id],
  open: true,
  closedOn: null,
  receivedOn: day('2026-01-05'),
  ...more,
})
const answer = (hold: number | null): ListedAnswer => ({
  ...{ id: 1, hold: hold === null ? null : HoldId.parse(hold), reason: 'Permits alone', by: 'Rosa', second: 'Dana' },
  ...{ at: Instant.parse(0), until: day('2026-12-01') },
})
const compare = (
  kind: 'open-requests' | 'claims',
  entries: readonly (readonly [number: string, names?: readonly string[]])[],
  known: Partial<ListedKnown>,
) =>
  compareListed(
    [
      {
        ...{ kind, datedOn: day('2026-11-01') },
        entries: entries.map(([number, names = []], place) => ({
          ...{ kind, number, words: names.join(' · '), names, closed: false, key: key(place) },
        })),
      },
    ],
    { requests: [], holds: [], answered: () => null, ...known },
  )

describe('an open request of the list', () => {
  it('is held where it is open here, told where it was closed since, and to be answered where it is closed or unknown', () => {
    const closed = (id: string, on: string) => request(id, { open: false, closedOn: day(on) })
    const told = compare('open-requests', [['26-1'], ['26-2'], ['26-3'], ['26-4']], {
      requests: [request('26-1'), closed('26-2', '2026-11-01'), closed('26-3', '2026-10-31'), request('26-9')],
    })
    expect(told.rows.map(({ number, standing, open }) => [number, standing, open])).toEqual([
      ['26-3', 'closed-here', true],
      ['26-4', 'unknown', true],
      ['26-2', 'closed-since', false],
    ])
    expect([told.held, told.notListed]).toEqual([1, ['26-9']])
    expect(listedMissing(told)).toEqual([
      expect.stringMatching(/is not known here: 26-4\. Enter each under Requests/),
      expect.stringMatching(/was closed here before the day of the list: 26-3\. Reopen each/),
    ])
    expect(listedTold(told)).toEqual([
      'Closed here since the day of the list of open requests: 26-2.',
      expect.stringMatching(/^Open here, and not in the list of open requests: 26-9\./),
    ])
  })

  it('is known by the number that the portal gave it, and by its own only where it gave none', () => {
    const requests = [request('26-1', { numbers: ['PRR 4411'] }), request('26-2')]
    const told = compare('open-requests', [['prr4411'], ['26-1'], ['26-2']], { requests })
    expect(told.rows.map(({ number, standing }) => [number, standing])).toEqual([['26-1', 'unknown']])
  })

  it('received after the day of the list is not missed in it', () => {
    expect(
      compare('open-requests', [], { requests: [request('26-9', { receivedOn: day('2026-11-02') })] }).notListed,
    ).toEqual([])
  })
})

describe('a claim of the list', () => {
  const holds = [
    { id: HoldId.parse(1), label: 'Doe v. City', matter: 'RG24-1187, dog park' },
    { id: HoldId.parse(2), label: 'Audit', matter: '' },
  ]

  it('is held by a hold that bears its name or its number, and by none of a mere likeness', () => {
    const entries = [
      ...([['RG24-1187'], ['C-1', ['Doe vs City']], ['Audit']] as const),
      ...([['C-2', ['Doe v. City of Alder Bay']], ['C-3', ['Audit']], ['1187']] as const),
    ]
    const told = compare('claims', entries, { holds })
    expect(told.rows.map(({ number, standing, here }) => [number, standing, here])).toEqual([
      ...[
        ['C-2', 'no-hold', ''],
        ['C-3', 'no-hold', ''],
        ['1187', 'no-hold', ''],
      ],
      ...[
        ['RG24-1187', 'held', 'Doe v. City'],
        ['C-1', 'held', 'Doe v. City'],
        ['Audit', 'held', 'Audit'],
      ],
    ])
  })

  it('is answered by naming a hold as long as that hold stands, and by what concerns nothing here', () => {
    const standing = (hold: number | null) => {
      const told = compare('claims', [['C-2']], { holds, answered: () => answer(hold) })
      return [told.rows[0]?.open, told.rows[0]?.here, listedMissing(told).length, listedFacts(told).answered.length]
    }
    expect([standing(1), standing(7), standing(null)]).toEqual([
      [false, 'Doe v. City', 0, 1],
      [true, '', 1, 0],
      [false, '', 0, 1],
    ])
  })
})

test('whatever the lists and the vault say, an entry is held here, closed, answered for, or stands in the way', () => {
  const numbers = fc.uniqueArray(number, { maxLength: 8, selector: numberKey })
  const facts = fc.record({
    listed: numbers,
    here: numbers,
    open: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    answered: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  fc.assert(
    fc.property(facts, ({ listed, here, open, answered }) => {
      const requests = here.map((own, place) =>
        request(`r${place}`, {
          numbers: [own.toUpperCase()],
          open: open[place] ?? false,
          closedOn: open[place] ? null : day('2026-02-01'),
        }),
      )
      const told = compare(
        'open-requests',
        listed.map((one) => [one] as const),
        { requests, answered: (own) => (answered[Number(own)] ? answer(null) : null) },
      )
      const wanted = listed.filter((one, place) => {
        const at = here.indexOf(one)
        return !(at >= 0 && open[at]) && !answered[place]
      })
      expect(told.rows.flatMap((row) => (row.open ? [row.number] : [])).sort()).toEqual([...wanted].sort())
      expect(listedMissing(told).length > 0).toBe(wanted.length > 0)
    }),
  )
})
