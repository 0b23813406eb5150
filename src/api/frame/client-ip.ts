import { BlockList, isIP, isIPv4 } from "node:net"

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const withPort = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/

const plain = (address: string): string => {
  const match = withPort.exec(address)
  const bare = match ? (match[1] ?? match[2]) : address
  return mapped.exec(bare)?.[1] ?? bare
}

/**
 * Each trusted proxy appends the address it saw. Only as many entries as there
 * are proxies of ours are believed, from the end; what stands before them is
 * the caller's own invention.
 */
export function clientIp(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  hops: number
): string {
  let address = plain(socketAddress ?? "")
  if (hops === 0 || !forwardedFor) {
    return address
  }
  const entries = String(forwardedFor).split(",").slice(-hops).reverse()
  for (const entry of entries) {
    const candidate = plain(entry.trim())
    if (!isIP(candidate)) {
      break
    }
    address = candidate
  }
  return address
}

/** A household has one IPv4 address or one IPv6 /64 of its own to choose from. */
export function addressKey(ip: string): string {
  if (!ip.includes(":")) {
    return ip
  }
  const [head, tail] = ip.split("%")[0].split("::")
  const left = head.split(":").filter(Boolean)
  const right = tail === undefined ? [] : tail.split(":").filter(Boolean)
  const zeros = Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right]
  const network = groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
  return `${network.join(":")}::/64`
}

/** Says whether an address lies in one of the networks (`10.0.0.0/8`, `::1`). */
export function networkTest(
  networks: readonly string[]
): (ip: string) => boolean {
  if (networks.length === 0) {
    return () => false
  }
  const list = new BlockList()
  for (const network of networks) {
    const [address, bits] = network.split("/")
    const family = isIPv4(address) ? "ipv4" : "ipv6"
    if (bits === undefined) {
      list.addAddress(address, family)
    } else {
      list.addSubnet(address, Number(bits), family)
    }
  }
  return (ip) => isIP(ip) !== 0 && list.check(ip, isIPv4(ip) ? "ipv4" : "ipv6")
}

export const isLoopback = networkTest(["127.0.0.0/8", "::1"])
