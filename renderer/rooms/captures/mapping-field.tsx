// By which saved mapping an interface that nobody knows is read.
import { mappingList } from '../../../shared/contract/mapping.ts'
import type { MappingVersion } from '../../../shared/domain/intake/mapping.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

interface Props {
  readonly mapping: MappingVersion | null
  readonly onMapping: (mapping: MappingVersion) => void
  /** Whether it was tried to begin: then what is missing is said. */
  readonly tried: boolean
}

/** The newest version of each mapping that says how an interface is asked, and the one of the capture before. */
export function MappingField({ mapping, onMapping, tried }: Props) {
  const { data, refusal } = useQuery(mappingList, { name: null }, ['mappings'])
  const fit = (data ?? []).flatMap(({ name, version, rules }) =>
    rules.asking === undefined ? [] : [{ name, version }],
  )
  const known = mapping === null || fit.some((one) => idOf(one) === idOf(mapping))
  const offered = known ? fit : [mapping, ...fit]
  if (data !== undefined && offered.length === 0)
    return (
      <Notice tone="warn" title={t('noMapping')}>
        {t('noMappingAbout')} <a href={address('imports', [])}>{t('toImports')}</a>
      </Notice>
    )
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Picker
        label={t('mapping')}
        placeholder={t('chooseMapping')}
        hint={t('mappingHint')}
        choices={offered.map((one) => ({
          id: idOf(one),
          label: one.name,
          detail: t('mappingVersion', { version: one.version }),
        }))}
        value={mapping === null ? null : idOf(mapping)}
        onChange={(id) => {
          const chosen = offered.find((one) => idOf(one) === id)
          if (chosen !== undefined) onMapping(chosen)
        }}
        error={tried && mapping === null ? t('mappingLacks') : undefined}
      />
    </>
  )
}

const idOf = ({ name, version }: MappingVersion) => `${version} ${name}`
