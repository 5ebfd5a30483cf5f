// Duties under Oakland's Sunshine Ordinance that have no clock of their own, as data (law.md §2).
import type { Statute } from '../domain/law/statute.ts'

const common = { validFrom: null, validTo: null, confirmed: true } as const

/** What an answer under the ordinance has to be and to hold. */
export const oaklandDuties: readonly Statute[] = [
  {
    ...common,
    id: 'idr-form',
    citation: 'OMC 2.20.230',
    text: 'An immediate disclosure request is in writing, bears these words across the top of its first page and on its envelope, and gives a telephone number, email address or fax number.',
    source: 'oakland-ca.elaws.us, OMC 2.20.230, last sentence cut off in the copy read',
    confirmed: false,
  },
  {
    ...common,
    id: 'idr-routine',
    citation: 'OMC 2.20.230(A)',
    text: 'No time is added to delay a routine or readily answerable request. The extension under the CPRA does not lengthen the times of the ordinance.',
    source: 'oakland-ca.elaws.us, OMC 2.20.230',
  },
  {
    ...common,
    id: 'omc-keyed',
    citation: 'OMC 2.20.240',
    text: 'Nothing is withheld whole unless all of it is exempt. What is left out is keyed to its justification, and done personally by the attorney or other staff member who conducts the review.',
    source: 'oakland-ca.elaws.us, OMC 2.20.240, read whole',
  },
  {
    ...common,
    id: 'omc-justified',
    citation: 'OMC 2.20.250',
    text: 'A withholding is justified in writing: A, a permissive exemption with its authority and, where it rests on the public interest, how that would be harmed in practical terms; B, a prohibition by law with its authority; C, civil or criminal liability with statute or case.',
    source: 'oakland-ca.elaws.us, OMC 2.20.250, read whole',
  },
  {
    ...common,
    id: 'omc-release',
    citation: 'OMC 2.20.220',
    text: 'The ordinance lists drafts, litigation, personnel and contract information that is released although the CPRA would let it be withheld. Its text was found in no copy: ask the attorney before a permissive exemption is used.',
    source: 'not read; title by analogy',
    confirmed: false,
  },
  {
    ...common,
    id: 'omc-fees',
    citation: 'OMC 2.20.260',
    text: 'No fee for inspection; one copy of a current agenda, and of an environmental report, is free. Fees for copies stand in the Master Fee Schedule; a commercial copier may be charged at market rate.',
    source: 'oakland-ca.elaws.us, OMC 2.20.260, read whole',
  },
  {
    ...common,
    id: 'omc-mediation',
    citation: 'OMC 2.20.270',
    text: 'Who was denied records may demand mediation by the Public Ethics Commission. It delays no remedy under the CPRA. That a denial must say so was found nowhere; it is good practice.',
    source: 'oakland-ca.elaws.us, OMC 2.20.270, last part cut off in the copy read',
    confirmed: false,
  },
]
