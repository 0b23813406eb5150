import { randomBytes } from "node:crypto"
import type { Clock } from "../frame/clock"
import type { SimulatorReply, SimulatorRequest } from "../frame/http"
import type { DarajaConfig } from "./config"
import { DarajaError } from "./errors"

const split = (header = ""): [string, string] => {
  const [scheme, value = ""] = header.split(" ")
  return [scheme.toLowerCase(), value]
}

/** The one token of the account: a new one kills the old. */
export class Tokens {
  private current = { token: "", until: 0 }

  constructor(
    private readonly clock: Clock,
    private readonly config: () => DarajaConfig
  ) {}

  grant({ query, headers }: SimulatorRequest): SimulatorReply {
    const { consumer_key, consumer_secret, token_ms } = this.config()
    const [scheme, value] = split(headers.authorization)
    const account = Buffer.from(value, "base64").toString("utf8")
    if (
      scheme !== "basic" ||
      account !== `${consumer_key}:${consumer_secret}`
    ) {
      throw new DarajaError(400, "400.008.01", "Invalid Authentication passed")
    }
    if (query.get("grant_type") !== "client_credentials") {
      throw new DarajaError(400, "400.008.02", "Invalid grant type passed")
    }
    const token = randomBytes(21).toString("base64url")
    this.current = { token, until: this.clock.now() + token_ms }
    return {
      status: 200,
      // Text, although it is a number in the documentation.
      body: {
        access_token: token,
        expires_in: String(Math.floor(token_ms / 1000)),
      },
    }
  }

  check({ headers }: SimulatorRequest) {
    const [scheme, value] = split(headers.authorization)
    if (scheme !== "bearer" || !value) {
      throw new DarajaError(404, "404.001.04", "Invalid Authentication Header")
    }
    const { token, until } = this.current
    if (value !== token || this.clock.now() >= until) {
      throw new DarajaError(404, "404.001.03", "Invalid Access Token")
    }
  }
}
