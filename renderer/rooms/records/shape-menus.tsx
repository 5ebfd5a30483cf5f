// The order of the list and its columns, chosen by mouse or by one key.
import { RecordColumn, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import { en } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { shapeText, toggled, useListShape } from './list-shape.ts'

const t = translator(en)

/** The two buttons. @param searching whether words are searched for, so that one record can answer better than another */
export function ShapeMenus({ searching }: { readonly searching: boolean }) {
  const [shape, set] = useListShape()
  const orders = RecordOrder.options.filter((order) => searching || order !== 'relevance')
  const order = orders.includes(shape.order) ? shape.order : 'newest'
  return (
    <>
      <MenuButton
        label={t('orderNow', { order: t(`order.${order}`) })}
        openKey="o"
        button={
          <>
            <Icon name="updown" />
            <span>{t(`order.${order}`)}</span>
          </>
        }
        entries={orders.map((one) => ({
          id: one,
          label: t(`order.${one}`),
          chosen: one === order,
          run: () => set(shapeText({ ...shape, order: one })),
        }))}
      />
      <MenuButton
        label={t('columns')}
        openKey="c"
        several
        button={
          <>
            <Icon name="columns" />
            <span>{t('columns')}</span>
          </>
        }
        entries={RecordColumn.options.map((column) => ({
          id: column,
          label: t(`column.${column}`),
          chosen: shape.columns.includes(column),
          run: () => set(shapeText(toggled(shape, column))),
        }))}
      />
    </>
  )
}
