// Which form of a room is open: told by the address, so that the palette and links lead to it.
import { address, go, useRoute } from './route.ts'

/** The address of a form of a room. */
export function formAddress(room: string, form: string, path: readonly (string | number)[] = []): string {
  return address(room, path, { do: form })
}

/**
 * Whether a form of the room is open, and how to open and close it. It leaves no step to go back to.
 * @param form its name in the address
 */
export function useForm(form: string): [open: boolean, set: (open: boolean) => void] {
  const { room, path, parameters } = useRoute()
  const set = (open: boolean) => go(address(room, path, { ...parameters, do: open ? form : '' }), true)
  return [parameters.do === form, set]
}
