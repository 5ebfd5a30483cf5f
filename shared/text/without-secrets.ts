// Owns taking out of a record's details what nobody should see unasked; it stays in the source.
import { isSecretName } from './secret-names.ts'
import { isComputerAddress, withoutKeys } from './secret-values.ts'

/** Details without members that hold passwords, tokens, addresses of computers or devices; links without their keys. */
export function withoutSecrets(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(details)) {
    if (isSecretName(name)) continue
    const clean = cleaned(value)
    if (clean !== undefined) kept[name] = clean
  }
  return kept
}

/** Whether a value under a label is nobody's to see: by the label (in English), or by the value, whatever the label's language. */
export function isPrivateField(label: string, value: string): boolean {
  return isSecretName(label) || isComputerAddress(value)
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return isComputerAddress(value) ? undefined : withoutKeys(value)
  if (Array.isArray(value)) return value.map(cleaned).filter((one) => one !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const members: Readonly<Record<string, unknown>> = { ...value }
  // A field that an export names beside its value.
  const label = members.label ?? members.name ?? members.title
  if (typeof label === 'string' && 'value' in members && isSecretName(label)) return undefined
  return withoutSecrets(members)
}
