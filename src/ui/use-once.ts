import { useRef } from 'react'

/** Acts once for each value in a row: a double tap is one tap. */
export function useOnce<Value>(act: (value: Value) => void): (value: Value) => void {
  const last = useRef<Value>(undefined)
  return (value) => {
    if (last.current === value) return
    last.current = value
    act(value)
  }
}
