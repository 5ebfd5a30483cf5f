// Web archives: WARC files, packed or not, and WACZ packages of them (docs/formats/web-archive.md).
import { constants, gunzipSync } from 'node:zlib'
import type { Claims } from '../../kit/claims.ts'
import { definePlatform } from '../../kit/define.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About, Claim } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { isObject, textOf } from '../../kit/value.ts'
import { capturesOf } from './captures.ts'
import { keptFiles } from './files.ts'
import { isGzip } from './gzip.ts'
import { indexReader, isIndex, isPageList, pagesReader } from './listed.ts'
import { packageDigestReader, packageReader } from './package.ts'
import { warcReader } from './reader.ts'
import type { WebArchiveState } from './state.ts'

export default definePlatform<WebArchiveState>({
  name: 'web',
  parser: 'web 1',
  title: 'Web archive (WARC, WACZ)',
  excerpt: true,
  neverExported: [
    'A web archive holds what was fetched: pages that nobody visited, and what a page would have loaded later, are not in it.',
    'Who wrote a page’s words is not said in it; pages that need scripts may show less here than they did in a browser.',
    'A digest shows that a capture was not changed since; who captured it is shown by other papers.',
  ],
  claim: claimFile,
  about,
  prepare: async (survey, claims, signal) => ({ captures: await capturesOf(survey, claims, signal) }),
  embedded: async function* (survey, claims, signal) {
    yield* keptFiles(survey, claims, (await capturesOf(survey, claims, signal)).kept, signal)
  },
  readers: {
    package: packageReader,
    'package digest': packageDigestReader,
    pages: pagesReader,
    index: indexReader,
    captures: warcReader,
  },
})

const MARK = /^WARC\/1\.\d/

function claimFile(peek: Peek): Claim | null {
  const { form, json } = peek
  if (form === 'json' && isObject(json)) {
    if ('wacz_version' in json || textOf(json.profile) === 'data-package') {
      if ('resources' in json || 'wacz_version' in json) return { type: 'package', weight: 0.9 }
    }
    if (isPageList(peek.text)) return { type: 'pages', weight: 0.6, order: 1 }
    if (textOf(json.path) === 'datapackage.json' && /^sha/.test(textOf(json.hash)))
      return { type: 'package digest', weight: 0.4 }
  }
  const text = beginning(peek)
  if (MARK.test(text)) return { type: 'captures', weight: 0.97, order: 3 }
  return isIndex(text) ? { type: 'index', weight: 0.3, order: 2 } : null
}

/** The beginning of a file, unpacked where it is packed. */
function beginning({ head }: Peek): string {
  if (!isGzip(head)) return head.toString('latin1', 0, 4096)
  // Damage further on is no reason not to know the file.
  for (const size of [4096, 512, 128]) {
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 << 20 }
      return gunzipSync(head.subarray(0, size), options).toString('latin1', 0, 4096)
    } catch {}
  }
  return ''
}

async function about({ peeks }: Survey, claims: Claims): Promise<About> {
  const packages = peeks.filter((peek) => claims.get(peek)?.type === 'package')
  const first = peeks.find((peek) => claims.get(peek)?.type === 'captures')
  const json = packages[0]?.json
  const said = isObject(json) ? json : {}
  const head = first === undefined ? '' : beginning(first)
  const made = writtenTime(textOf(said.created) || /^WARC-Date:\s*(\S+)/im.exec(head)?.[1], 'UTC')
  const version = MARK.exec(head)?.[0] ?? 'WARC'
  return {
    layout: packages.length > 0 ? `WACZ ${textOf(said.wacz_version)} with ${version}`.replace('  ', ' ') : version,
    ownerHandle: null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: made.at,
  }
}
