// X (Twitter): its name, what it never exports, and where its parts are (docs/formats/x.md).
import type { Platform } from '../../platform.ts'
import { mixed } from './mixed.ts'
import { NEVER_EXPORTED } from './never-exported.ts'
import { plan } from './plan.ts'
import { openReader } from './reader.ts'
import { recognise } from './recognise.ts'

const x: Platform = {
  name: 'x',
  parser: 'x 1',
  title: 'X (Twitter)',
  texts: { how: 'value' },
  neverExported: NEVER_EXPORTED,
  itemAt: ({ hostname, pathname }) => {
    const id =
      /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/.test(hostname) && /\/status(?:es)?\/(\d+)/.exec(pathname)?.[1]
    return id ? { id, kinds: ['post', 'reply', 'repost'] } : null
  },
  recognise,
  mixed,
  plan,
  open: openReader,
}

export default x
