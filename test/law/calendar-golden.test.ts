// The clocks of a request received on each day of 2026, against the table that test/golden/retention/clocks.py works out on its own.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { buildCalendar } from '../../shared/domain/calendar/calendar.ts'
import { requestClocks } from '../../shared/domain/calendar/deadline.ts'
import { parseLocalDate } from '../../shared/domain/time.ts'
import { californiaClocks } from '../../shared/law/clocks-california.ts'
import { oaklandClocks } from '../../shared/law/clocks-oakland.ts'
import { judicial2026, oakland2026 } from '../../shared/law/holidays-2026.ts'

const table: Record<string, string>[] = parse(
  readFileSync(resolve(import.meta.dirname, '../golden/retention/clocks.csv'), 'utf8'),
  { columns: true },
)
const calendar = buildCalendar([judicial2026, oakland2026], [])
const rules = [...californiaClocks, ...oaklandClocks]

it('agrees with the golden table on every day of the year', () => {
  const computed = table.map(({ received = '' }) => {
    const clocks = requestClocks(
      { receivedOn: parseLocalDate(received), immediateDisclosure: true, determinedOn: null },
      calendar,
      rules,
    )
    const days = (duty: string) => {
      const clock = clocks.find((one) => one.duty === duty)
      return clock?.ok ? clock : { raw: 'refused', conservative: 'refused', statutory: 'refused' }
    }
    return {
      received,
      cpra_raw: days('cpra-determination').raw,
      cpra_careful: days('cpra-determination').conservative,
      cpra_statutory: days('cpra-determination').statutory,
      extension_careful: days('cpra-extension').conservative,
      extension_statutory: days('cpra-extension').statutory,
      idr_3_careful: days('idr-response').conservative,
      idr_3_statutory: days('idr-response').statutory,
      idr_7_careful: days('idr-determination').conservative,
      idr_7_statutory: days('idr-determination').statutory,
      idr_14_careful: days('idr-production').conservative,
      idr_14_statutory: days('idr-production').statutory,
    }
  })
  expect(computed).toEqual(table)
  expect(table).toHaveLength(365)
})
