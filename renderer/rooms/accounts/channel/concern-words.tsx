// What in a name needs a look, a sentence each.
import type { NameConcern } from '../../../../shared/domain/account/account-name.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'

const t = translator(en)
const sentences = { person: 'person', title: 'titleWord', affiliation: 'affiliation' } as const

/** The list. */
export function ConcernWords({ concerns }: { readonly concerns: readonly NameConcern[] }) {
  return (
    <ul className="concerns">
      {concerns.map(({ kind, words }) => (
        <li key={`${kind} ${words}`}>{t(sentences[kind], { words })}</li>
      ))}
    </ul>
  )
}
