// Whether the rows are an answer of an interface, and how it is asked for those that one answer does not hold: then it can be captured by the mapping.
import type { Asking, Paging } from '../../../shared/domain/intake/asking.ts'
import type { MappingRules } from '../../../shared/domain/intake/mapping.ts'
import { en } from '../../locale/en/mapping.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
/** `file`: no interface is asked at all. */
const HOWS = ['file', 'once', 'link', 'head', 'cursor', 'page', 'offset'] as const
type How = (typeof HOWS)[number]
const BEGIN: Readonly<Record<Exclude<How, 'file' | 'once'>, Paging>> = {
  link: { by: 'link', column: '' },
  head: { by: 'link', column: null },
  cursor: { by: 'cursor', column: '', parameter: null },
  page: { by: 'page', parameter: 'page', first: 1 },
  offset: { by: 'offset', parameter: 'offset' },
}

interface Props {
  readonly rules: MappingRules
  readonly onRules: (rules: MappingRules) => void
}

/** The choice and what it asks for. */
export function MappingAsking({ rules, onRules }: Props) {
  const { asking, ...table } = rules
  const change = (part: Partial<Asking>) =>
    onRules({ ...table, asking: { paging: null, total: null, key: null, ...asking, ...part } })
  const choose = (id: string) => {
    const how = HOWS.find((one) => one === id) ?? 'file'
    if (how === 'file') onRules(table)
    else change({ paging: how === 'once' ? null : BEGIN[how] })
  }
  return (
    <div className="form wide">
      <div className="form-row">
        <Picker
          label={t('asking')}
          choices={HOWS.map((how) => ({ id: how, label: t(`asking.${how}`) }))}
          value={howOf(asking)}
          onChange={choose}
        />
        {asking?.paging && <PagingFields paging={asking.paging} onPaging={(paging) => change({ paging })} />}
      </div>
      {asking !== undefined && <BesideFields asking={asking} onChange={change} />}
    </div>
  )
}

function howOf(asking: Asking | undefined): How {
  if (asking === undefined) return 'file'
  const { paging } = asking
  if (paging === null) return 'once'
  return paging.by === 'link' && paging.column === null ? 'head' : paging.by
}

function PagingFields({ paging, onPaging }: { readonly paging: Paging; readonly onPaging: (paging: Paging) => void }) {
  return (
    <>
      {(paging.by === 'link' || paging.by === 'cursor') && paging.column !== null && (
        <Field
          label={t('nextPlace')}
          value={paging.column}
          onChange={(column) => onPaging({ ...paging, column })}
          hint={t('nextPlaceHint')}
          required
        />
      )}
      {paging.by === 'cursor' && (
        <Field
          label={t('sentAs')}
          value={paging.parameter ?? ''}
          onChange={(name) => onPaging({ ...paging, parameter: name === '' ? null : name })}
          hint={t('sentAsCursor')}
        />
      )}
      {(paging.by === 'page' || paging.by === 'offset') && (
        <Field
          label={t('sentAs')}
          value={paging.parameter}
          onChange={(parameter) => onPaging({ ...paging, parameter })}
          hint={t('sentAsHint')}
          required
        />
      )}
      {paging.by === 'page' && (
        <Field
          label={t('firstPage')}
          value={String(paging.first)}
          onChange={(text) => onPaging({ ...paging, first: /^\d{1,4}$/.test(text) ? Number(text) : 0 })}
        />
      )}
    </>
  )
}

function BesideFields({
  asking: { total, key },
  onChange,
}: {
  readonly asking: Asking
  readonly onChange: (part: Partial<Asking>) => void
}) {
  const inHead = total !== null && 'head' in total
  return (
    <div className="form-row">
      <Field
        label={t('total')}
        value={total === null ? '' : inHead ? total.head : 'column' in total ? total.column : ''}
        onChange={(text) => onChange({ total: text === '' ? null : inHead ? { head: text } : { column: text } })}
        hint={t('totalHint')}
      />
      {total !== null && (
        <Picker
          label={t('totalIn')}
          choices={[
            { id: 'column', label: t('totalIn.column') },
            { id: 'head', label: t('totalIn.head') },
          ]}
          value={inHead ? 'head' : 'column'}
          onChange={(id) => {
            const name = 'head' in total ? total.head : total.column
            onChange({ total: id === 'head' ? { head: name } : { column: name } })
          }}
        />
      )}
      <Field
        label={t('keyName')}
        value={key?.name ?? ''}
        onChange={(name) => onChange({ key: name === '' ? null : { in: key?.in ?? 'head', name } })}
        hint={t('keyNameHint')}
      />
      {key !== null && (
        <Picker
          label={t('keyIn')}
          choices={[
            { id: 'head', label: t('keyIn.head') },
            { id: 'query', label: t('keyIn.query') },
          ]}
          value={key.in}
          onChange={(id) => onChange({ key: { ...key, in: id === 'query' ? 'query' : 'head' } })}
        />
      )}
    </div>
  )
}
