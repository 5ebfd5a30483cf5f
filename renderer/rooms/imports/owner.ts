// Whether an account of the register is the one that an export says it belongs to.
import type { Recognition } from '../../../shared/contract/intake.ts'

interface Owned {
  readonly handle: string
  readonly nativeId: string | null
}

/** Handles differ in case only by accident; the platform's own number decides where both are known. */
export function isOwner(account: Owned, found: Recognition | undefined): boolean {
  if (!found) return false
  if (account.nativeId !== null && found.ownerNativeId !== null) return account.nativeId === found.ownerNativeId
  return found.ownerHandle !== null && account.handle.toLowerCase() === found.ownerHandle.toLowerCase()
}
