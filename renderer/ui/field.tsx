// Fields of forms: a label, what is wanted, and what is wrong with it.
import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly required?: boolean
  readonly lines?: number
  /** Whether sentences are written in its one line: then their spelling is checked, as it is in several lines. */
  readonly prose?: boolean
  readonly autoFocus?: boolean
  readonly placeholder?: string
  /** What is typed into a `password` is not shown. */
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'month'
  /** Of a time: seconds are asked for where it is 1. */
  readonly step?: number
}

/** One line of text, or several where `lines` says so. */
export function Field(props: Props) {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    required,
    lines,
    prose,
    autoFocus,
    placeholder = '',
    type = 'text',
    step,
  } = props
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={required === true}
      isInvalid={error !== undefined}
      autoFocus={autoFocus === true}
      type={type}
    >
      <Label>{label}</Label>
      {lines ? (
        <TextArea rows={lines} spellCheck="true" placeholder={placeholder} />
      ) : (
        <Input
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={prose === true ? 'true' : 'false'}
          {...(step === undefined ? {} : { step })}
        />
      )}
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
