import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SharedTokens } from "../ledger/tokens"
import { connect, ledgerSuite } from "./bed"

ledgerSuite(({ address, elsewhere, sql }) => {
  const servers: Knex[] = []

  /** As another server has it, with connections of its own. */
  const tokensOf = (account: string) => {
    const server = connect(address())
    servers.push(server)
    return new SharedTokens(server, account)
  }

  afterEach(() =>
    Promise.all(servers.splice(0).map((server) => server.destroy()))
  )

  /** What a driver does: look, and fetch one when there is none. */
  const fetchOnce = (account: string, fetch: () => Promise<string>) => {
    const tokens = tokensOf(account)
    return tokens.runExclusive(async () => {
      const kept = await tokens.read()
      if (kept) {
        return kept.token
      }
      const token = await fetch()
      await tokens.write(token, Date.now() + 3_600_000)
      return token
    })
  }

  describe("a provider's access token", () => {
    it("is kept for all, one an account, the newest", async () => {
      const [mine, other] = [tokensOf("daraja a"), tokensOf("daraja b")]
      expect(await mine.read()).toBeUndefined()
      const expiresAt = Date.UTC(2026, 11, 31, 12)

      await mine.write("first", expiresAt)
      await Promise.all(
        Array.from({ length: 3 }, () => mine.write("second", expiresAt + 1_000))
      )
      await other.write("theirs", expiresAt)

      expect(await tokensOf("daraja a").read()).toEqual({
        token: "second",
        expiresAt: expiresAt + 1_000,
      })
      expect(await other.read()).toEqual({ token: "theirs", expiresAt })
      expect(await sql("select account from provider_token")).toHaveLength(2)
    })

    it("is fetched once by three who need it at the same moment", async () => {
      const fetch = jest.fn(async () => "fetched")

      const got = await Promise.all(
        Array.from({ length: 3 }, () => fetchOnce("daraja a", fetch))
      )

      expect(got).toEqual(["fetched", "fetched", "fetched"])
      expect(fetch).toHaveBeenCalledTimes(1)
    })

    it("is fetched by the next when the first one fails or dies", async () => {
      const broken = () => Promise.reject(new Error("no line"))
      await expect(fetchOnce("daraja a", broken)).rejects.toThrow("no line")
      const holder = await elsewhere()
      await holder.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
        "provider-token daraja a",
      ])
      const waiting = fetchOnce("daraja a", async () => "fetched")
      let got: string | undefined
      void waiting.then((token) => (got = token))
      // Another account does not wait for it.
      expect(await fetchOnce("daraja b", async () => "theirs")).toBe("theirs")
      expect(got).toBeUndefined()

      await holder.die()

      expect(await waiting).toBe("fetched")
    })
  })
})
