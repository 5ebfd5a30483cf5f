// Threads, where its download comes alone; inside an Instagram export it is read as a part of that (docs/formats/threads.md).
import { definePlatform } from '../../kit/define.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { isObject } from '../../kit/value.ts'
import { itemsReader } from '../../meta/items-reader.ts'
import { networksIn } from '../../meta/network.ts'
import { metaReading } from '../../meta/reading.ts'
import { repaired } from '../../meta/repaired.ts'
import { THREADS_TYPES, threadsClaim, threadsHint, threadsItem } from '../../meta/threads.ts'

const items = itemsReader<null>({
  isRead: (key) => threadsHint(key) !== undefined,
  make: (value, [key], reading) => {
    const item = repaired(value)
    if (typeof item === 'string') return passedOver('A sentence of Threads’ that the section is empty.')
    if (!isObject(item)) return failed('not-an-object', 'is not an object, as a record must be')
    const hint = key === undefined ? undefined : threadsHint(key)
    return threadsItem(item, hint ?? { kind: 'post' }, metaReading(reading))
  },
})

export default definePlatform<null>({
  name: 'threads',
  parser: 'threads 1',
  title: 'Threads',
  texts: { how: 'lines' },
  neverExported: [
    'Threads exports neither numbers nor addresses of posts; they are told apart by their time.',
    'The post that a reply answers, and who wrote it, is not in the export.',
    'What others replied is not in the export.',
  ],
  claim: ({ json, form }, seen) => {
    const claim = form === 'json' ? threadsClaim(json) : null
    return claim !== null && networksIn(seen).instagram ? { ...claim, weight: 0.1 } : claim
  },
  about: async () => ({ layout: '2023', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }),
  prepare: async () => null,
  readers: Object.fromEntries(THREADS_TYPES.map((type) => [type, items])),
})
