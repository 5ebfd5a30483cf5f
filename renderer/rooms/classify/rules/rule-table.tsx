// The rules as rows, first one first, each with how many records it fits and would decide on.
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import { ListTable } from '../../../list/list-table.tsx'
import { en } from '../../../locale/en/rules.ts'
import { en as movesWords } from '../../../locale/en/schedule-moves.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { conditionWords } from './rule-draft.ts'
import type { RuleCounts, Trial } from './use-trial.ts'

const t = translator(en)
const moves = translator(movesWords)

interface Props {
  readonly rules: readonly Rule[]
  readonly trial: Trial | null
  readonly onChange: (rules: readonly Rule[]) => void
  readonly onEdit: (rule: Rule) => void
}

/** The table. */
export function RuleTable({ rules, trial, onChange, onEdit }: Props) {
  const move = (rule: Rule, by: 1 | -1) => {
    const at = rules.indexOf(rule)
    const to = at + by
    if (to >= 0 && to < rules.length) onChange(rules.toSpliced(at, 1).toSpliced(to, 0, rule))
  }
  const countOf = (rule: Rule, what: keyof RuleCounts) => {
    const count = trial?.counts.get(rule.id)?.[what]
    return count === undefined ? '…' : formatCount(count)
  }
  return (
    <>
      <ListTable<Rule>
        file="rules"
        label={t('title')}
        rows={rules}
        keyOf={({ id }) => id}
        columns={[
          { id: 'order', title: t('order'), number: true, cell: (rule) => rules.indexOf(rule) + 1 },
          { id: 'name', title: t('name'), heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { id: 'when', title: t('when'), cell: (rule) => <bdi>{conditionWords(rule) || t('everyRecord')}</bdi> },
          { id: 'series', title: t('series'), cell: ({ series }) => series },
          { id: 'fits', title: t('fits'), number: true, cell: (rule) => countOf(rule, 'matches') },
          { id: 'decides', title: t('decides'), number: true, cell: (rule) => countOf(rule, 'decides') },
          { id: 'earlier', title: moves('earlierCount'), number: true, cell: (rule) => countOf(rule, 'earlier') },
          { id: 'later', title: moves('laterCount'), number: true, cell: (rule) => countOf(rule, 'later') },
          {
            id: 'change',
            title: t('change'),
            tight: true,
            cell: (rule) => (
              <span className="rule-actions">
                <IconButton icon="up" label={t('up', { name: rule.name })} onPress={() => move(rule, -1)} />
                <IconButton icon="down" label={t('down', { name: rule.name })} onPress={() => move(rule, 1)} />
                <IconButton icon="edit" label={t('edit', { name: rule.name })} onPress={() => onEdit(rule)} />
                <IconButton
                  icon="close"
                  label={t('remove', { name: rule.name })}
                  onPress={() => onChange(rules.filter((one) => one !== rule))}
                />
              </span>
            ),
          },
        ]}
      />
      {trial && (
        <p className="soft" role="status">
          {trial.done
            ? t('counted', { total: trial.total })
            : t('counting', { done: trial.looked, total: trial.total })}
        </p>
      )}
    </>
  )
}
