// Suggesting a narrower search, with what it reaches shown while it is typed.
import { type FormEvent, useState } from 'react'
import { helpOffer } from '../../../../shared/contract/help.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { searchAsked } from '../../../../shared/domain/request/request-search.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { SearchFields } from '../search/search-fields.tsx'

const t = translator(en)

/** The form. */
export function NarrowForm({ request, onDone }: { readonly request: RequestDetail; readonly onDone: () => void }) {
  const [search, setSearch] = useState(() => searchAsked(request))
  const [words, setWords] = useState('')
  const offering = useAction(async () => {
    await run(helpOffer, { request: request.id, search, words })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void offering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <SearchFields search={search} onChange={setSearch} />
      <Field label={t('suggestion')} value={words} onChange={setWords} hint={t('suggestionHint')} prose required />
      <FormEnd action={offering} cancel={t('cancel')} onCancel={onDone}>
        {t('suggest')}
      </FormEnd>
    </form>
  )
}
