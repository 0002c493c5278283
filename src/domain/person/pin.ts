/** Why digits cannot be somebody's PIN. `too-easy`: what a colleague would try first. */
export type PinFault = { readonly kind: 'not-digits' } | { readonly kind: 'too-short' } | { readonly kind: 'too-easy' }

export const fewestDigits = 6

/** All the same, or a run up or down: 111111, 123456, 987654. */
function isEasy(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0))
  const first = steps[0] ?? 0
  return Math.abs(first) <= 1 && steps.every((step) => step === first)
}

/** What is wrong with a PIN somebody wants, or nothing. */
export function pinFault(pin: string): PinFault | undefined {
  if (!/^\d*$/.test(pin)) return { kind: 'not-digits' }
  if (pin.length < fewestDigits) return { kind: 'too-short' }
  return isEasy(pin) ? { kind: 'too-easy' } : undefined
}
