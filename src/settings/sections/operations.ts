import { choice, text, webAddress } from "../kinds"
import { section, setting } from "../setting"

export const operations = section(
  "Watching it run",
  "Logs go to standard output, metrics to Prometheus.",
  {
    DUKA_KILL_AT: setting(text, {
      about:
        "For tests: the process ends itself with `kill -9` when it reaches the point of this name. Production does not listen to it.",
    }),
    LOG_LEVEL: setting(
      choice("error", "warn", "info", "http", "verbose", "debug", "silly"),
      {
        about: "The least important thing that is still logged.",
        fallback: "http",
      }
    ),
    LOG_FORMAT: setting(choice("json", "text"), {
      about: "`json` for machines, `text` for people.",
      otherwise: "`json` in production, else `text`",
    }),
    METRICS_TOKEN: setting(text, {
      about:
        "What a scraper sends as `Authorization: Bearer …` to read `/metrics`.",
      secret: true,
    }),
    SENTRY_DSN: setting(webAddress, {
      about: "Where errors are reported.",
      secret: true,
      later: "error tracking",
    }),
    OTEL_EXPORTER_OTLP_ENDPOINT: setting(webAddress, {
      about: "Where traces are sent; DataDog and New Relic read the same.",
      later: "tracing",
    }),
  }
)
