// Choosing one of several: a short list that opens, or a long one that is searched by typing.
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'
import { Icon } from './icon.tsx'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

interface Props {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly hint?: string
  readonly placeholder?: string
  readonly required?: boolean
  /** In a table the heading of the column says what is chosen: the label is then for screen readers alone. */
  readonly labelHidden?: boolean
  readonly error?: string | undefined
}

function Item({ choice }: { readonly choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="choice">
      <Text slot="label">{choice.label}</Text>
      {choice.detail && (
        <Text slot="description" className="soft">
          {choice.detail}
        </Text>
      )}
    </ListBoxItem>
  )
}

/** One of a few. */
export function Picker(props: Props) {
  const { label, choices, value, onChange, hint, placeholder, required, labelHidden, error } = props
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isRequired={required === true}
      isInvalid={error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'react-aria-Label'}>{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value" />
        <Icon name="updown" />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="choices" items={choices}>
          {(choice) => <Item choice={choice} />}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** One of many, found by typing. */
export function SearchPicker({ label, choices, value, onChange, hint, required }: Props) {
  return (
    <ComboBox
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      defaultItems={choices}
      isRequired={required === true}
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className="combo">
        <Input />
        <Button className="combo-button">
          <Icon name="updown" />
        </Button>
      </div>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Popover className="popover">
        <ListBox className="choices">{(choice: Choice) => <Item choice={choice} />}</ListBox>
      </Popover>
    </ComboBox>
  )
}
