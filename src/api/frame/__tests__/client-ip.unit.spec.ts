import { addressKey, clientIp, isLoopback, networkTest } from "../client-ip"

describe("clientIp", () => {
  it.each([
    // socket, X-Forwarded-For, hops, expected
    ["10.0.0.1", undefined, 1, "10.0.0.1"],
    ["10.0.0.1", "6.6.6.6", 0, "10.0.0.1"],
    ["10.0.0.1", "41.90.1.2", 1, "41.90.1.2"],
    ["10.0.0.1", "6.6.6.6, 41.90.1.2", 1, "41.90.1.2"],
    ["10.0.0.1", "6.6.6.6, 41.90.1.2, 10.0.0.9", 2, "41.90.1.2"],
    ["10.0.0.1", "41.90.1.2", 5, "41.90.1.2"],
    ["10.0.0.1", "nonsense", 1, "10.0.0.1"],
    ["10.0.0.1", "6.6.6.6, <script>", 2, "10.0.0.1"],
    ["10.0.0.1", "", 1, "10.0.0.1"],
    ["::ffff:10.0.0.1", undefined, 0, "10.0.0.1"],
    ["10.0.0.1", "41.90.1.2:5123", 1, "41.90.1.2"],
    ["10.0.0.1", "[2001:db8::1]:5123", 1, "2001:db8::1"],
    [undefined, undefined, 1, ""],
  ])("socket %s, header %s, %d hops: %s", (socket, header, hops, expected) => {
    expect(clientIp(socket, header, hops)).toBe(expected)
  })
})

describe("addressKey", () => {
  it.each([
    ["41.90.1.2", "41.90.1.2"],
    ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:bbbb:cccc:dddd:eeee", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("%s counts as %s", (ip, expected) => {
    expect(addressKey(ip)).toBe(expected)
  })
})

describe("networkTest", () => {
  const test = networkTest(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"])

  it.each([
    ["10.255.0.1", true],
    ["11.0.0.1", false],
    ["192.0.2.7", true],
    ["192.0.2.8", false],
    ["2001:db8:ffff::1", true],
    ["2001:db9::1", false],
    ["", false],
    ["nonsense", false],
  ])("%s: %s", (ip, expected) => {
    expect(test(ip)).toBe(expected)
  })

  it("knows this machine", () => {
    expect(isLoopback("127.0.0.53")).toBe(true)
    expect(isLoopback("::1")).toBe(true)
    expect(isLoopback("10.0.0.1")).toBe(false)
    expect(networkTest([])("127.0.0.1")).toBe(false)
  })
})
