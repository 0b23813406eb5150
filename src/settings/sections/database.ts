import { choice, duration, number, text, url } from "../kinds"
import { section, setting } from "../setting"

export const database = section(
  "Database",
  "Postgres, as one address or in parts. `npm start` brings its own when neither is set.",
  {
    DATABASE_URL: setting(url("postgres", "postgresql"), {
      about: "Postgres address; without it the parts below.",
      otherwise: "made of the parts, else `postgres://localhost/duka`",
      secret: true,
    }),
    DB_HOST: setting(text, {
      about: "Postgres host, when there is no address.",
    }),
    DB_PORT: setting(number(1, 65_535), {
      about: "Postgres port, with `DB_HOST`.",
      fallback: "5432",
    }),
    DB_USER: setting(text, { about: "Postgres user, with `DB_HOST`." }),
    DB_PASSWORD: setting(text, {
      about: "Password of that user, with `DB_HOST`.",
      secret: true,
    }),
    DB_NAME: setting(text, {
      about: "Name of the database, with `DB_HOST`.",
      fallback: "duka",
    }),
    DATABASE_TLS: setting(choice("auto", "off", "require", "verify"), {
      about:
        "`auto` does what `sslmode` in the address says and else uses none; `require` encrypts without checking the certificate; `verify` checks it too.",
      fallback: "auto",
    }),
    DATABASE_TLS_CA: setting(text, {
      about:
        "Certificate authority for `verify`: the PEM text itself, or the path of a file. The system's authorities when it is not set.",
    }),
    DATABASE_POOL_MIN: setting(number(0, 500), {
      about: "The connections one process keeps open while idle.",
      fallback: "2",
    }),
    DATABASE_POOL_MAX: setting(number(2, 500), {
      about:
        "The most connections one process holds. All processes together must stay below what Postgres or its pooler allows.",
      fallback: "20",
    }),
    DATABASE_CONNECT_TIMEOUT: setting(duration, {
      about: "How long one attempt to connect may take.",
      fallback: "5s",
    }),
    DATABASE_REPLICA_URL: setting(url("postgres", "postgresql"), {
      about: "A read replica; reports are read there.",
      secret: true,
      later: "reports",
    }),
  }
)
