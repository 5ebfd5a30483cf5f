// The templates of letters that Muniment brings: its own words, each with the law that it follows; nobody of the City has confirmed them yet.
import { LetterTemplate } from '../../domain/request/letter-template.ts'
import { letterWords, type TemplateKind } from './words.ts'

/** What letters of every kind follow wherever a city lies. */
const STATE = 'Gov. Code 7922.535'

const CITATIONS: Readonly<Record<TemplateKind, string>> = {
  every: `${STATE}; OMC 2.20.270`,
  acknowledgement: 'Gov. Code 7922.535(a), 7922.600',
  extension: 'Gov. Code 7922.535(b), (c)',
  determination: 'Gov. Code 7922.535(a), 7922.540',
  'idr-advice': 'OMC 2.20.230',
  'idr-determination': 'OMC 2.20.230; Gov. Code 7922.540',
  instalment: 'Gov. Code 7922.535(a)',
  assistance: 'Gov. Code 7922.600',
  none: 'Gov. Code 7922.535(a)',
  denial: 'Gov. Code 7922.540',
  fees: 'Gov. Code 7922.530(a), 7922.575',
  recall: 'Ardon v. City of Los Angeles (2016) 62 Cal.4th 1176',
  closure: 'Gov. Code 7922.535',
}

/** Those of every kind. */
export const broughtLetters: readonly LetterTemplate[] = LetterTemplate.shape.kind.options.map((kind) =>
  LetterTemplate.parse({
    ...{ id: `letter-${kind}`, kind, citation: CITATIONS[kind], validFrom: null, validTo: null, confirmed: false },
    source: 'words of Muniment’s own after the sections named',
    passages: Object.fromEntries(Object.entries(letterWords[kind]).map(([name, en]) => [name, { en }])),
  }),
)

/**
 * The words of a letter as a city reads them that has no ordinance on public records: without the mediation of an ordinance's commission,
 * which stands in none of its letters.
 */
export function withoutOrdinance(letter: LetterTemplate): LetterTemplate {
  if (letter.kind !== 'every') return letter
  const { mediation: _, ...passages } = letter.passages
  const citation = letter.citation === CITATIONS.every ? STATE : letter.citation
  return { ...letter, citation, passages }
}

const models = new Map(broughtLetters.map((one) => [one.kind, one]))

/** The template of a kind that Muniment brings. */
export function modelOf(kind: TemplateKind): LetterTemplate {
  const model = models.get(kind)
  if (model === undefined) throw new Error(`no letter ${kind}`)
  return model
}
