// What more time may be needed to determine under OMC 2.20.230(A) as data (law.md §2.1); not the CPRA's list.
import type { Ground } from '../domain/request/ground.ts'

const common = {
  law: 'idr',
  validFrom: null,
  validTo: null,
  source: 'oakland-ca.elaws.us, OMC 2.20.230',
  confirmed: true,
} as const

/** The six. No time is added for a routine or readily answerable request. */
export const oaklandGrounds: readonly Ground[] = [
  ground(1, 'Disclosable', 'Whether the request seeks disclosable records or information.'),
  ground(2, 'In our possession', 'Whether the records are in the agency’s possession.'),
  ground(
    3,
    'Stored elsewhere',
    'Whether the records requested are stored outside the agency or department that processes the request.',
  ),
  ground(
    4,
    'Voluminous records',
    'Whether the records requested likely comprise a voluminous amount of separate and distinct writings.',
  ),
  ground(5, 'Others consulted', 'Whether it reasonably involves another agency or department that must be consulted.'),
  ground(
    6,
    'Data to be compiled',
    'Whether data must be compiled, a program written, or a computer report constructed.',
  ),
]

function ground(number: number, short: string, text: string): Ground {
  return { ...common, id: `idr-ground-${number}`, number, short, citation: `OMC 2.20.230(A)(${number})`, text }
}
