import { choice, flag, number, text, webAddress } from "../kinds"
import { section, setting } from "../setting"

const environments = choice("development", "test", "production")

/**
 * `npm start` says `dev`, which is development to us. Medusa compiles the admin
 * for each page in `development`, and in `dev` serves the one that was built.
 */
const environment = {
  ...environments,
  read: (raw: string) => environments.read(raw === "dev" ? "development" : raw),
}

export const server = section(
  "Server",
  "What this process is and where it is.",
  {
    NODE_ENV: setting(environment, {
      about:
        "What kind of server this is. Production refuses unsafe values; `test` reads no `.env` file.",
      fallback: "development",
    }),
    TRIAL_MODE: setting(choice("off", "staging", "local"), {
      about:
        "Lets a production server start where nobody pays with real money. `staging` accepts test and sandbox accounts; `local` also accepts plain `http` addresses on this machine.",
      fallback: "off",
    }),
    PORT: setting(number(0, 65_535), {
      about:
        "The port the server listens on. `medusa start` reads it from the environment only, not from `.env`.",
      fallback: "9000",
    }),
    HOST: setting(text, {
      about:
        "The network address `medusa start` listens on, from the environment only. All of them when it is not set.",
    }),
    BACKEND_URL: setting(webAddress, {
      about:
        "The address under which browsers and providers reach this server; links to files begin with it.",
      otherwise: "`http://localhost` and the port",
    }),
    STOREFRONT_URL: setting(webAddress, {
      about: "The shop's own address; links in messages point there.",
      fallback: "http://localhost:8000",
      later: "messages",
    }),
    WORKER_MODE: setting(choice("shared", "server", "worker"), {
      about:
        "`server` answers requests, `worker` runs jobs and subscribers, `shared` does both. A server and a worker find each other through Redis.",
      fallback: "shared",
    }),
    ADMIN_ENABLED: setting(flag, {
      about: "Whether this process serves the admin pages.",
      fallback: "true",
    }),
    SIMULATORS_URL: setting(webAddress, {
      about:
        "Address of the local stand-ins for outside services. `npm start` sets it; refused in production.",
    }),
    DUKA_DIR: setting(text, {
      about:
        "Where `npm start` keeps the embedded Postgres and the facts about the running shop.",
      fallback: ".duka",
    }),
  }
)
