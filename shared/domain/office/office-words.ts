// What the registers of the office call things, and an entry in one line.
import type { OfficeSaid } from './office.ts'

/** The registers. */
export const officeWords = {
  liaison: 'Liaisons',
  change: 'Changes',
  departure: 'Departures',
  paper: 'Papers',
  flag: 'Posts to look at',
  custody: 'Custody',
  election: 'Elections',
} as const

/** What people do with entries. */
export const officeActWords = {
  told: 'The Communications Team was told',
  closed: 'All is handed over',
  retired: 'No longer in use',
  permissible: 'Permissible',
  'not-permissible': 'Not permissible',
  referred: 'Referred',
  rotated: 'Changed',
  reopened: 'Opened again',
} as const

/** Changes. */
export const changeWords = {
  password: 'Password changed',
  login: 'Log-in changed',
  tool: 'Tool added, changed or given up',
  personnel: 'Somebody came, went or changed duties',
  other: 'Another change',
} as const

/** Papers. */
export const paperWords = {
  agreement: 'Community Member Use Agreement',
  'standard-practice': 'Standard practice',
  guide: 'Social Media Guide',
  policy: 'Policy',
  council: 'Of the Social Media Council',
  other: 'Another paper',
} as const

/** Restricted activities. */
export const activityWords = {
  advocacy: 'Advocacy or lobbying',
  campaigning: 'Campaigning',
  products: 'Promoting products or services',
} as const

/** Who held an account. */
export const custodyWords = {
  owner: 'Owner',
  administrator: 'Administrator',
  namesake: 'Namesake',
  agency: 'Agency or contractor',
} as const

/** An entry in one line. */
export function officeLine(said: OfficeSaid): string {
  switch (said.kind) {
    case 'liaison':
      return [
        said.department,
        said.unit,
        said.liaison && `liaison ${said.liaison}`,
        said.deputy && `deputy ${said.deputy}`,
      ]
        .filter(Boolean)
        .join(', ')
    case 'change':
      return `${changeWords[said.what]}, ${said.happenedOn}: ${said.words}`
    case 'departure': {
      const done = said.items.filter(({ doneOn }) => doneOn !== null).length
      return `${said.person} leaves, last day ${said.lastDay}: ${done} of ${said.items.length} handed over`
    }
    case 'paper':
      return `${paperWords[said.what]}: ${said.title}, adopted ${said.adoptedOn}`
    case 'flag':
      return `${activityWords[said.rule]}${said.words === '' ? '' : `: ${said.words}`}`
    case 'custody':
      return `${custodyWords[said.role]}: ${said.holder}, from ${said.from}${said.until === null ? '' : ` until ${said.until}`}`
    case 'election':
      return `${said.name}, ${said.on}`
  }
}
