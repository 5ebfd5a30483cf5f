// In a reconciliation: who produced the items, from what, and the declaration of the search.
import { type ProducedItems, producedFacts } from '../../../../shared/domain/intake/produced.ts'
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'
import { Section } from '../../../ui/page.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import './produced.css'

const t = translator(en)

/** The part. */
export function ProducedPart({ items }: { readonly items: ProducedItems }) {
  return (
    <Section title={t('produced')}>
      <dl className="facts produced-facts">
        {producedFacts(items).map(([name, words]) => (
          <div key={`${name} ${words}`}>
            <dt>{name}</dt>
            <dd>
              <PlainText text={words} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
