import { MedusaError } from "@medusajs/framework/utils"

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Secrets and files go there, so in the clear they stay on this machine. */
export function webAddressOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isSafe =
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && LOOPBACK.test(url.hostname))
  if (!url || !isSafe || url.search || url.hash) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `"${address}" is no address of a file store. Give an https address, or an http one of this machine.`
    )
  }
  return url.href.replace(/\/+$/, "")
}
