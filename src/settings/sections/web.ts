import { choice, list, network, number, origin, rate } from "../kinds"
import { section, setting } from "../setting"

const origins = list(origin, "origins such as `https://shop.example`")

export const web = section(
  "Browsers and limits",
  "Who may call from a browser, how often anybody may call, and how much one answer holds. A rate is written `requests/time`.",
  {
    STORE_CORS: setting(origins, {
      about: "Origins that may call the store API.",
      fallback: "http://localhost:8000,http://localhost:3000",
    }),
    ADMIN_CORS: setting(origins, {
      about: "Origins that may call the admin API.",
      fallback: "http://localhost:9000,http://localhost:5173",
    }),
    AUTH_CORS: setting(origins, {
      about:
        "Origins that may call the log-in routes: the shop's and the admin's.",
      fallback:
        "http://localhost:9000,http://localhost:5173,http://localhost:8000,http://localhost:3000",
    }),
    RATE_LIMIT_STORE: setting(choice("memory", "postgres", "redis"), {
      about:
        "Where log-ins and writes are counted. `memory` counts in each process for itself, as reads always are.",
      fallback: "memory",
    }),
    RATE_LIMIT_AUTH: setting(rate, {
      about:
        "Log-in, register, reset, codes and coupon checks, per account and address together.",
      fallback: "10/60s",
    }),
    RATE_LIMIT_WRITE: setting(rate, {
      about: "Other writes of shoppers, per customer or guest cart.",
      fallback: "100/15m",
    }),
    RATE_LIMIT_READ: setting(rate, {
      about: "Reads, and all work of staff, per address.",
      fallback: "600/60s",
    }),
    RATE_LIMIT_DEVELOPMENT_FACTOR: setting(number(1, 10_000), {
      about: "How many times as much is allowed outside production.",
      fallback: "10",
    }),
    RATE_LIMIT_TRUSTED: setting(
      list(network, "IP addresses or blocks such as `10.0.0.0/8`"),
      {
        about:
          "Addresses whose reads and writes are not limited, such as the storefront's own servers. Log-ins still are, per account.",
        fallback: "",
      }
    ),
    TRUSTED_PROXY_HOPS: setting(number(0, 10), {
      about:
        "How many proxies stand in front of the server. So many entries at the end of `X-Forwarded-For` are believed, no more; 0 believes none.",
      fallback: "0",
    }),
    PAGE_SIZE: setting(number(1, 100), {
      about: "Entries of a list when the caller does not say.",
      fallback: "10",
    }),
    PAGE_SIZE_MAX: setting(number(1, 1000), {
      about: "The most entries a caller may ask for at once.",
      fallback: "100",
    }),
  }
)
