// A few files of an X export, small enough to be packed in any way a test needs.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const script = (type: string, value: unknown) => `window.YTD.${type}.part0 = ${JSON.stringify(value)}`

/** Words that stand in files which are left out by default, and in nothing else. */
export const SECRETS = {
  advertising: 'Vermilion-Advertiser-7731',
  logIns: '203.0.113.77-Quokka-Login',
  contacts: 'follower-Marmoset-9921',
} as const

/** A post as X writes it. */
export function post(number: number, words = `Notice ${number}`) {
  const day = String((number % 27) + 1).padStart(2, '0')
  const created_at = `Tue Mar ${day} 12:35:53 +0000 2013`
  return { tweet: { id_str: String(1000 + number), full_text: words, created_at } }
}

/** Name and content of an export of two posts, an owner, and files that are no records. */
export function xFiles(
  posts: readonly unknown[] = [post(1), post(2)],
  handle = 'AlderBayCity',
): Record<string, string> {
  const account = {
    email: 'a@example.org',
    username: handle,
    accountId: '281104733',
    createdAt: '',
    accountDisplayName: '',
  }
  // Long enough to be worth deflating.
  const filler = Array.from({ length: 200 }, () => ({ deviceInfo: { osType: 'Desktop' } }))
  return {
    'data/account.js': script('account', [{ account }]),
    'data/tweets.js': script('tweets', posts),
    'data/ad-impressions.js': script('ad_impressions', [{ ad: { advertiser: SECRETS.advertising } }, ...filler]),
    'data/ip-audit.js': script('ip_audit', [{ ipAudit: { loginIp: SECRETS.logIns } }, ...filler]),
    'data/follower.js': script('follower', [{ follower: { accountId: SECRETS.contacts } }, ...filler]),
    'data/block.js': script('block', [{ blocking: { accountId: '66' } }]),
    'assets/js/viewer.js': 'console.log(1)',
  }
}

/** Every file below a folder, relative, with its bytes. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]))
}

/** Files below a folder that hold the word, as it is or deflated inside a ZIP. */
export function holding(folder: string, word: string): string[] {
  return [...filesBelow(folder)]
    .filter(([, bytes]) => bytes.includes(word) || inflatedHolds(bytes, word))
    .map(([name]) => name)
}

/** Unpacks whatever begins behind each local header of a ZIP, whether the directory names it or not. */
function inflatedHolds(bytes: Buffer, word: string): boolean {
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    if (at + 30 > bytes.length) return false
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      if (inflateRawSync(bytes.subarray(data), { finishFlush: 2 }).includes(word)) return true
    } catch {
      // Not deflated, or no longer there.
    }
  }
  return false
}
