import { constants, createPublicKey, publicEncrypt } from "node:crypto"
import { DarajaMisuse } from "./types"

/**
 * The initiator's password as Safaricom wants to see it: encrypted with the
 * public key of its certificate, which differs between sandbox and production.
 */
export function securityCredential(password: string, certificate: string) {
  try {
    return publicEncrypt(
      {
        key: createPublicKey(certificate),
        padding: constants.RSA_PKCS1_PADDING,
      },
      Buffer.from(password, "utf8")
    ).toString("base64")
  } catch {
    // The cause may quote what it was given.
    throw new DarajaMisuse(
      "The initiator's password cannot be encrypted: the certificate is not an RSA certificate in PEM form."
    )
  }
}
