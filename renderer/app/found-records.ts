// Records in the palette: those that the words find, and those gone to lately.
import { useEffect, useState } from 'react'
import { recordPage } from '../../shared/contract/record.ts'
import { RecordId } from '../../shared/domain/id.ts'
import type { RecordRow } from '../../shared/domain/record/record.ts'
import { ask } from '../client/call.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { standInWords } from '../locale/en/restricted.ts'
import { translator } from '../locale/t.ts'
import { formatInstant } from '../locale/time.ts'
import type { Place } from '../ui/room.ts'
import { address } from '../workspace/route.ts'

const t = translator(en)
const MOST = 6
/** So long the words must stand before they are searched for. */
const PAUSE = 120
const LONGEST = 90

/** The newest records that the words find; the last answer stays until the next one has come. */
export function useFoundRecords(words: string): readonly Place[] {
  const { zone } = useVault().summary
  const [found, setFound] = useState<readonly Place[]>([])
  useEffect(() => {
    if (words.length < 2) return setFound([])
    const asking = new AbortController()
    const page = { search: words, before: null, limit: MOST, live: true }
    const timer = setTimeout(() => {
      ask(recordPage, page, asking.signal).then(
        ({ rows }) => setFound(rows.map((row) => placeOf(row, zone, words))),
        () => undefined,
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words, zone])
  return found
}

/** The records among the ids used lately; one that is gone is left out. */
export function useRecentRecords(recent: readonly string[]): readonly Place[] {
  const { zone } = useVault().summary
  const [places, setPlaces] = useState<readonly Place[]>([])
  const ids = recent.flatMap((id) => RecordId.safeParse(Number(/^record (-?\d+)$/.exec(id)?.[1] ?? 'none')).data ?? [])
  const key = ids.slice(0, MOST).join(' ')
  useEffect(() => {
    const asking = new AbortController()
    const one = async (id: number) => {
      const before = RecordId.parse(id + 1)
      const { rows } = await ask(recordPage, { search: '', before, limit: 1, live: false }, asking.signal)
      return rows.filter((row) => row.id === id)
    }
    Promise.all(key.split(' ').filter(Boolean).map(Number).map(one)).then(
      (rows) => setPlaces(rows.flat().map((row) => placeOf(row, zone, ''))),
      () => undefined,
    )
    return () => asking.abort()
  }, [key, zone])
  return places
}

function placeOf(row: RecordRow, zone: string, words: string): Place {
  const { id, at, author } = row
  const line = standInWords(row) ?? row.text.replace(/\s+/g, ' ').trim()
  return {
    id: `record ${id}`,
    label: line === '' ? t('recordWithoutWords') : line.slice(0, LONGEST),
    detail: [at === null ? '' : formatInstant(at, zone, 'day'), author].filter((part) => part !== '').join(' · '),
    icon: 'records',
    to: address('records', [id], { q: words }),
  }
}
