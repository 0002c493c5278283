/** On the home screen, not in a browser tab. */
export function isInstalled(): boolean {
  const standalone = 'standalone' in navigator && navigator.standalone === true
  return standalone || matchMedia('(display-mode: standalone)').matches
}

/** An iPad says it is a Mac; only its touch screen gives it away. */
export function isAppleTablet(): boolean {
  return /iPad|iPhone/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
}
