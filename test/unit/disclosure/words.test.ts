// Numbers, names and markup of a packet.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityPrefix, controlNumber } from '../../../electron/core/disclosure/city.ts'
import { captured, html } from '../../../electron/core/disclosure/packet/html.ts'
import { cityIso, cityTime, monthOf, recordTime } from '../../../electron/core/disclosure/packet/local-time.ts'
import { size } from '../../../electron/core/disclosure/packet/words.ts'
import { MUNIMENT_VERSION } from '../../../electron/core/vault/version.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { amount, grouped } from '../../../shared/text/amount.ts'
import { authorInWords, authorName } from '../../../shared/text/names.ts'

const zone = 'America/Los_Angeles'
const at = (text: string) => Instant.parse(Date.parse(text))

describe('the numbers of records', () => {
  it.each([
    ['City of Alder Bay', 'AB'],
    ['City of Oakland', 'OAK'],
    ['City and County of San Francisco', 'SF'],
    ['City of La Cañada Flintridge', 'CF'],
    ['Town of Los Gatos', 'GAT'],
    ['City of El Paso de Robles', 'PR'],
    ['京都市', 'MUN'],
  ])('begin with the initials of %s: %s', (city, prefix) => {
    expect(cityPrefix(city)).toBe(prefix)
  })

  it('count on beyond six digits', () => {
    expect(controlNumber('AB', '2026', 1)).toBe('AB-2026-000001')
    expect(controlNumber('AB', '2026', 1_000_000)).toBe('AB-2026-1000000')
  })
})

describe('times', () => {
  it('are the City’s, with their offset, on both sides of a change of clocks', () => {
    expect(cityTime(at('2023-11-05T08:30:00Z'), zone)).toBe('November 5, 2023, 1:30:00 AM (UTC−07:00)')
    expect(cityTime(at('2023-11-05T09:30:00Z'), zone)).toBe('November 5, 2023, 1:30:00 AM (UTC−08:00)')
    expect(cityIso(at('2024-01-01T20:00:01Z'), zone)).toBe('2024-01-01T12:00:01-08:00')
    expect(monthOf(at('2024-01-01T07:00:00Z'), zone)).toBe('December 2023')
  })

  it('are never more exact than their source', () => {
    const time = at('2024-03-05T00:00:00Z')
    expect(recordTime(time, 'day', zone)).toBe('On March 5, 2024')
    expect(recordTime(time, 'month', zone)).toBe('In March 2024')
    expect(recordTime(time, 'year', zone)).toBe('In 2024')
    expect(recordTime(null, 'unknown', zone)).toBe('Time not known')
  })
})

describe('words', () => {
  it('count and measure', () => {
    expect([grouped(0), grouped(999), grouped(1_234_567)]).toEqual(['0', '999', '1,234,567'])
    expect([amount(1, 'record'), amount(0, 'record'), amount(2, 'reply', 'replies')]).toEqual([
      '1 record',
      '0 records',
      '2 replies',
    ])
    expect([size(0), size(999), size(1500), size(999_600), size(2_340_000_000)]).toEqual([
      '0 bytes',
      '999 bytes',
      '1.5 KB',
      '1.0 MB',
      '2.3 GB',
    ])
  })

  it('name the City’s own account by its handle, also where the source gives its number', () => {
    const account = { handle: 'AlderBayCity', ownIds: ['281104733'] }
    expect(authorName('281104733', account)).toBe('@AlderBayCity')
    expect(authorName('alderbaycity', account)).toBe('@AlderBayCity')
    expect(authorName('1021400104', account)).toBe('1021400104')
    expect(authorName('hthuytran', account)).toBe('@hthuytran')
    expect(authorName('Jane Doe', account)).toBe('Jane Doe')
    expect(['281104733', '1021400104', 'Jane Doe', ''].map((author) => authorInWords(author, account))).toEqual([
      '@AlderBayCity',
      'account 1021400104',
      'Jane Doe',
      '',
    ])
  })

  it('tell the version of package.json', () => {
    const manifest = readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8')
    expect(manifest).toContain(`"version": "${MUNIMENT_VERSION}"`)
  })
})

describe('markup', () => {
  it('is never made by captured text, wherever it is put', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '`', '=', 'a', ' ', '\u202e', '\0', ';') }),
        (text) => {
          const page = html`<p title="${text}">${captured(text)}</p>`.text
          expect(page).toMatch(/^<p title="[^<>"']*"><bdi dir="auto">[^<>"'\u202e\0]*<\/bdi><\/p>$/)
        },
      ),
    )
  })
})
