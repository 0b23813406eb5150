import { duration, flag, number, text, url } from "../kinds"
import { section, setting } from "../setting"

export const redis = section(
  "Redis",
  "Needed as soon as more than one process runs: events, jobs, sessions and caches then live there. Without it they live in the one process. Stock and locks are in Postgres either way.",
  {
    REDIS_URL: setting(url("redis", "rediss"), {
      about:
        "Redis address; `rediss://` encrypts. Migrate again when it is set for the first time.",
      otherwise: "made of the parts, else no Redis",
      secret: true,
    }),
    REDIS_HOST: setting(text, {
      about: "Redis host, when there is no address.",
    }),
    REDIS_PORT: setting(number(1, 65_535), {
      about: "Redis port, with `REDIS_HOST`.",
      fallback: "6379",
    }),
    REDIS_USER: setting(text, { about: "Redis user, with `REDIS_HOST`." }),
    REDIS_PASSWORD: setting(text, {
      about: "Redis password, with `REDIS_HOST`.",
      secret: true,
    }),
    REDIS_TLS: setting(flag, {
      about: "Whether to encrypt, with `REDIS_HOST`.",
      fallback: "false",
    }),
    CACHE_TTL: setting(duration, {
      about: "How long an answer stays in the cache when nothing clears it.",
      fallback: "1h",
    }),
  }
)
