// The searches of a request, changed together and saved as one wording.
import { type FormEvent, useState } from 'react'
import { searchSave } from '../../../../shared/contract/request-search.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import type { SearchDraft } from '../../../../shared/domain/request/request-search.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { SearchFields } from './search-fields.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestId
  readonly first: readonly SearchDraft[]
  /** Number of the wording that is changed. */
  readonly seen: number | null
  readonly onDone: () => void
}

/** The form. */
export function SearchesForm({ request, first, seen, onDone }: Props) {
  const [searches, setSearches] = useState(first)
  const saving = useAction(async () => {
    await run(searchSave, { request, searches: [...searches], seen })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  const put = (at: number, next: SearchDraft) => setSearches(searches.map((one, place) => (place === at ? next : one)))
  const [model] = first
  return (
    <form className="form" onSubmit={submit}>
      {searches.map((search, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: searches have no other name than their place
        <fieldset key={at} className="legend one-search">
          <legend>{t('searchNumber', { number: at + 1 })}</legend>
          <SearchFields search={search} onChange={(next) => put(at, next)} withFamilies />
          {searches.length > 1 && (
            <div>
              <Button look="quiet" onPress={() => setSearches(searches.filter((_, place) => place !== at))}>
                {t('dropSearch', { number: at + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        {model && (
          <Button
            icon="plus"
            onPress={() => setSearches([...searches, { ...model, search: '', kinds: [], families: [] }])}
          >
            {t('addSearch')}
          </Button>
        )}
      </div>
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('save')}
      </FormEnd>
    </form>
  )
}
