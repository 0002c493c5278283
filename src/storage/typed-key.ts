/** A key from what a person types: a PIN or a passphrase. `rounds`: how often it is hashed, which is what one guess costs. */
export async function keyFromTyped(
  typed: string,
  { salt, rounds }: { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number },
): Promise<CryptoKey> {
  const bytes = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, ['deriveKey'])
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(kdf, bytes, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
