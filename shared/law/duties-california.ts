// Duties of an answer that have no clock of their own, as data (law.md §1.2, §1.3, §1.5).
import type { Statute } from '../domain/law/statute.ts'

const common = { validFrom: null, validTo: null, confirmed: true } as const

/** What an answer under the CPRA has to be and to hold. */
export const californiaDuties: readonly Statute[] = [
  {
    ...common,
    id: 'cpra-denial-in-writing',
    citation: 'Gov. Code 7922.540(a)',
    text: 'An answer to a written request that denies it, in whole or in part, is in writing. A redaction is a denial in part.',
    source: 'lawserver.com, Gov. Code 7922.540',
  },
  {
    ...common,
    id: 'cpra-names-and-titles',
    citation: 'Gov. Code 7922.540(b)',
    text: 'A denial sets forth the names and titles or positions of each person responsible for it.',
    source: 'lawserver.com, Gov. Code 7922.540',
  },
  {
    ...common,
    id: 'cpra-justification',
    citation: 'Gov. Code 7922.540(c), 7922.000',
    text: 'A denial shows that the record is exempt under an express provision, or that on the facts of the case the public interest in not disclosing it clearly outweighs that in disclosing it.',
    source: 'lawserver.com, Gov. Code 7922.540; the text of 7922.000 itself was not read',
    confirmed: false,
  },
  {
    ...common,
    id: 'cpra-extension-notice',
    citation: 'Gov. Code 7922.535(b)',
    text: 'The notice of extension is in writing, from the head of the agency or a designee. It gives the reasons and the day on which a determination is expected. One extension is the usual reading.',
    source: 'leginfo, Gov. Code 7922.535; that there is only one is a reading',
    confirmed: false,
  },
  {
    ...common,
    id: 'cpra-assistance',
    citation: 'Gov. Code 7922.600',
    text: 'To the extent reasonable: help to identify records, describe the technology and place in which they exist, suggest how practical obstacles can be overcome.',
    source: 'leginfo, Gov. Code 7922.600',
  },
  {
    ...common,
    id: 'cpra-fees',
    citation: 'Gov. Code 7922.530(a), 7922.575',
    text: 'Only the direct cost of duplication is charged: none for search, review or redaction. Programming is charged where the request needs data compiled or extracted (7922.575(b)); redacting is no extraction (National Lawyers Guild v. City of Hayward (2020) 9 Cal.5th 488).',
    source: 'self-law.org; law.justia.com S252445',
  },
]
