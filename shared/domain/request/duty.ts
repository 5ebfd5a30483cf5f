// The duties of a request in words, for the command line, letters and calendar files.
import type { Duty } from '../calendar/clock.ts'

const names: Readonly<Record<Duty, string>> = {
  'cpra-determination': 'CPRA determination',
  'cpra-extension': 'CPRA extension, at most',
  'extended-answer': 'CPRA determination, time extended',
  'estimated-availability': 'Records, as the City estimated',
  'idr-response': 'Immediate disclosure: response',
  'idr-determination': 'Immediate disclosure: determination',
  'idr-production': 'Immediate disclosure: records',
  mediation: 'Mediation begins',
}

/** A duty's name. */
export function dutyName(duty: Duty): string {
  return names[duty]
}
