import { useNavigate } from 'react-router'
import { useOnce } from '../../ui/use-once.ts'

/** Goes to another screen. A double tap goes there once, so that the way back is one step too. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return useOnce((to) => void navigate(to))
}
