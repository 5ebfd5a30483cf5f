// Saying what the columns of a table are: chosen column by column, seen at once as records, saved under a name.
import { useEffect, useState } from 'react'
import { mappingPreview, mappingSave, mappingSuggest, type Table } from '../../../shared/contract/mapping.ts'
import type { GrantId } from '../../../shared/domain/id.ts'
import { Asking } from '../../../shared/domain/intake/asking.ts'
import { MappingName, MappingRules, type SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/mapping.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { MappingAsking } from './mapping-asking.tsx'
import { MappingColumns } from './mapping-columns.tsx'
import { MappingPlace } from './mapping-place.tsx'
import { MappingRows } from './mapping-rows.tsx'
import { MappingSettings } from './mapping-settings.tsx'

const t = translator(en)

type Look = Pick<MappingRules, 'sheet' | 'list' | 'header'>

interface Props {
  readonly sources: readonly GrantId[]
  /** The mapping that is changed; null for a new one. */
  readonly before: SavedMapping | null
  readonly onSaved: (saved: SavedMapping) => void
  readonly onBack: () => void
}

/** The wizard. */
export function MappingWizard({ sources, before, onSaved, onBack }: Props) {
  const [look, setLook] = useState<Look | null>(before && lookOf(before.rules))
  const [file, setFile] = useState<string | null>(null)
  const { data, refusal } = useQuery(mappingSuggest, { sources: [...sources], look }, [])
  const [last, setLast] = useState<readonly Table[]>()
  useEffect(() => {
    if (data) setLast(data.tables)
  }, [data])
  const tables = data?.tables ?? last
  const table = tables?.find((one) => one.file === file) ?? tables?.[0]
  return (
    <Section title={t('sayColumns')}>
      <p className="soft">{t('sayColumnsAbout')}</p>
      <RefusalNotice refusal={refusal} />
      {data?.refusals.map((sentence) => (
        <Notice key={sentence} tone="bad">
          {sentence}
        </Notice>
      ))}
      {!tables && !refusal && <Waiting words={t('reading')} />}
      {tables && !table && (
        <Notice tone="warn" title={t('noTables')}>
          {t('noTablesAbout')}
        </Notice>
      )}
      {tables && table && (
        <>
          <MappingPlace tables={tables} table={table} onFile={setFile} onLook={setLook} />
          <Draft
            key={`${table.file} ${JSON.stringify(lookOf(table.suggestion))}`}
            sources={sources}
            table={table}
            before={before}
            onSaved={onSaved}
            onBack={onBack}
          />
        </>
      )}
      {(!tables || !table) && (
        <div>
          <Button onPress={onBack}>{t('back')}</Button>
        </div>
      )}
    </Section>
  )
}

function lookOf({ sheet, list, header }: MappingRules): Look {
  return { sheet, list, header }
}

function Draft({ sources, table, before, onSaved, onBack }: Props & { readonly table: Table }) {
  const [rules, setRules] = useState(before ? { ...before.rules, ...lookOf(table.suggestion) } : table.suggestion)
  const [name, setName] = useState(before?.name ?? table.suggestedName)
  const saysHow = rules.asking === undefined || Asking.safeParse(rules.asking).success
  const sound = MappingRules.safeParse(rules).data
  const input = sound === undefined ? null : { sources: [...sources], rules: sound }
  const { data: fresh, refusal } = useQuery(mappingPreview, input, [])
  const [last, setLast] = useState<typeof fresh>()
  useEffect(() => {
    if (fresh) setLast(fresh)
  }, [fresh])
  const tried = fresh ?? last
  const named = MappingName.safeParse(name)
  const saving = useAction(async () => {
    if (sound !== undefined && named.success)
      onSaved(await run(mappingSave, { mapping: { name: named.data, rules: sound } }))
  })
  return (
    <>
      {!before && table.doubts.length > 0 && (
        <Notice tone="warn" title={t('doubts')}>
          <ul className="bullets">
            {table.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Notice>
      )}
      <MappingColumns table={table} rules={rules} onRules={setRules} />
      <MappingSettings table={table} rules={rules} onRules={setRules} />
      {table.form === 'json' && <MappingAsking rules={rules} onRules={setRules} />}
      <h3>{t('preview')}</h3>
      <p className="soft">{t('previewAbout')}</p>
      <RefusalNotice refusal={refusal} />
      {sound === undefined && <Notice tone="warn">{t(saysHow ? 'needsWords' : 'needsAsking')}</Notice>}
      {sound !== undefined && !tried && !refusal && <Waiting words={t('reading')} />}
      {sound !== undefined && tried && <MappingRows tried={tried} reading={!fresh} />}
      <div className="form">
        <Field
          label={t('name')}
          value={name}
          onChange={setName}
          hint={t('nameHint')}
          required
          error={named.success || name.trim() === '' ? undefined : named.error.issues[0]?.message}
        />
        <RefusalNotice refusal={saving.refusal} />
        <div className="form-actions">
          <Button look="quiet" onPress={onBack}>
            {t('back')}
          </Button>
          <Button
            look="strong"
            onPress={() => void saving.go()}
            busy={saving.busy}
            disabled={sound === undefined || !named.success || (fresh !== undefined && fresh.tried === 0)}
          >
            {t('save')}
          </Button>
        </div>
      </div>
    </>
  )
}
