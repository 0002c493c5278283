const domainTag = new TextEncoder().encode('peil/v1/contribution\0')

/**
 * `ctx`: what a token is bound to (protocol section 3).
 * @param roundUnitHash SHA-256 of the UTF-8 text `round + "\n" + unit`, 32 bytes
 * @param keyId SHA-256 of the unit key's SPKI DER, 32 bytes
 */
export function tokenContext(roundUnitHash: Uint8Array, keyId: Uint8Array): Uint8Array<ArrayBuffer> {
  const context = new Uint8Array(domainTag.length + roundUnitHash.length + keyId.length)
  context.set(domainTag)
  context.set(roundUnitHash, domainTag.length)
  context.set(keyId, domainTag.length + roundUnitHash.length)
  return context
}
