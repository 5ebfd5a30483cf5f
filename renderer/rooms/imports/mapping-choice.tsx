// How tables are read before an import: by a saved mapping, or by saying what the columns are.
import { mappingList } from '../../../shared/contract/mapping.ts'
import type { SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import { useQuery } from '../../client/query.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/mapping.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  /** Whether the files are tables of nobody's in particular: then a mapping is what is wanted. */
  readonly wanted: boolean
  readonly mapping: SavedMapping | null
  readonly onMapping: (mapping: SavedMapping | null) => void
  readonly onSay: () => void
}

/** The choice. Where the files were recognised it is only a quiet way out. */
export function MappingChoice({ wanted, mapping, onMapping, onSay }: Props) {
  const { data: saved = [], refusal } = useQuery(mappingList, { name: null }, ['mappings'])
  if (mapping !== null) {
    return (
      <Notice
        tone="info"
        title={t('readBy', { name: mapping.name, version: mapping.version })}
        actions={
          <>
            <Button onPress={onSay}>{t('change')}</Button>
            <Button look="quiet" onPress={() => onMapping(null)}>
              {t('without')}
            </Button>
          </>
        }
      />
    )
  }
  const say = (
    <div>
      <Button look={wanted ? 'strong' : 'quiet'} onPress={onSay}>
        {t('sayColumns')}
      </Button>
    </div>
  )
  if (!wanted) return say
  return (
    <>
      <Notice tone="info" title={t('areTables')}>
        {t('areTablesAbout')}
      </Notice>
      <RefusalNotice refusal={refusal} />
      {saved.length > 0 && (
        <div className="form">
          <Picker
            label={t('savedMapping')}
            placeholder={t('chooseMapping')}
            value={null}
            onChange={(id) => onMapping(saved.find(({ name }) => name === id) ?? null)}
            choices={saved.map(({ name, version, rules }) => ({
              id: name,
              label: name,
              detail: t('mappingDetail', { platform: platformWord(rules.platform), version }),
            }))}
          />
        </div>
      )}
      {say}
    </>
  )
}
