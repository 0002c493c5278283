/** AlgorithmIdentifier `rsaEncryption` with NULL parameters (RFC 8017 appendix A). */
const rsaEncryption = Uint8Array.of(0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00)

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function derLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  return length < 0x100 ? Uint8Array.of(0x81, length) : Uint8Array.of(0x82, length >> 8, length & 0xff)
}

function der(tag: number, content: Uint8Array): Uint8Array {
  return joinBytes(Uint8Array.of(tag), derLength(content.length), content)
}

/** A positive INTEGER: a leading zero where the first bit is set. */
function derInteger(bytes: Uint8Array): Uint8Array {
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? joinBytes(Uint8Array.of(0), bytes) : bytes)
}

/** SubjectPublicKeyInfo of an RSA key. Modulus and exponent are big-endian without leading zeros. */
export function spkiOf(modulus: Uint8Array, exponent: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = der(0x30, joinBytes(derInteger(modulus), derInteger(exponent)))
  return joinBytes(der(0x30, joinBytes(rsaEncryption, der(0x03, joinBytes(Uint8Array.of(0), key)))))
}
