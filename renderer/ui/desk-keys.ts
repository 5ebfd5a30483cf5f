// Keys of a desk at which one record after another is decided on.
import { useEffect, useRef } from 'react'

/**
 * Hears keys while the desk is shown; none while something is written or asked. Text that can only be read takes its arrows alone.
 * @param handle whether the key was for the desk
 */
export function useDeskKeys(handle: (key: string) => boolean): void {
  const latest = useRef(handle)
  latest.current = handle
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (document.querySelector('[role="dialog"], [role="listbox"]') || isBusy(event)) return
      if (latest.current(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

/** Whether the key belongs to the control that has the focus. */
function isBusy({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true
  if (target.isContentEditable) return key.startsWith('Arrow')
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary, audio, video') !== null
}
