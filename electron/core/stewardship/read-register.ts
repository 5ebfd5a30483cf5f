// A register of accounts that was kept elsewhere: what its rows name, and which of them the vault has already.
import type { RegisterField } from '../../../shared/contract/register.ts'
import { type Account, AccountDraft } from '../../../shared/domain/account/account.ts'
import { handleKey } from '../../../shared/domain/account/handle.ts'
import { type Headings, readTable } from './table-columns.ts'

const FIELDS: Headings<RegisterField> = {
  platform: ['network', 'tool', 'social media tool', 'site'],
  handle: ['username', 'user name', 'account', 'account name', 'screen name', 'url', 'link'],
  name: ['display name', 'title', 'page', 'page name', 'name shown'],
  department: ['dept', 'department/unit', 'office', 'agency'],
  liaison: ['social media liaison', 'owner', 'contact', 'administrator', 'admin'],
  personal: ['personal account of'],
  nativeId: ['id', 'account id', 'page id'],
}

/** Other names of platforms, as people write them. */
const PLATFORMS: Readonly<Record<string, string>> = {
  twitter: 'x',
  'x (twitter)': 'x',
  ig: 'instagram',
  fb: 'facebook',
}

/**
 * Reads a register.
 * @param columns what each column is, by the names of the fields; null tells it from the headings
 * @throws MunimentError INPUT_INVALID
 */
export function readRegister(csv: string, columns: readonly (string | null)[] | null, known: readonly Account[]) {
  const table = readTable<RegisterField>(csv, columns, FIELDS)
  const seen = new Set(known.map(keyOf))
  const problems: string[] = []
  const accounts: AccountDraft[] = []
  let before = 0
  for (const [at, line] of table.lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue
    const cell = (field: RegisterField) => (line[table.columns.indexOf(field)] ?? '').trim()
    const platform = cell('platform').toLowerCase()
    const draft = AccountDraft.safeParse({
      ...{ name: cell('name'), department: cell('department'), liaison: cell('liaison') },
      platform: PLATFORMS[platform] ?? platform.replaceAll(' ', '-'),
      handle: handleOf(cell('handle')),
      nativeId: cell('nativeId') || null,
      ...(cell('personal') === '' ? {} : { personal: cell('personal') }),
    })
    if (!draft.success) {
      const what = [...new Set(draft.error.issues.map(({ path }) => String(path[0])))].join(', ')
      problems.push(`Line ${at + 2} is not taken in: it does not say ${what} as an account needs it.`)
    } else if (seen.has(keyOf(draft.data))) before += 1
    else {
      seen.add(keyOf(draft.data))
      accounts.push(draft.data)
    }
  }
  return { headings: [...table.headings], columns: [...table.columns], accounts, known: before, problems }
}

function keyOf({ platform, handle }: Pick<Account, 'platform' | 'handle'>): string {
  return `${platform} ${handleKey(handle)}`
}

/** The last part of an address, where one stands in place of a handle. */
function handleOf(text: string): string {
  const address = /^https?:\/\/[^/]+\/(?:.*\/)?@?([^/?#]+)\/?(?:[?#].*)?$/.exec(text)
  return (address?.[1] ?? text).replace(/^@/, '')
}
