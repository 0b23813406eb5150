import { duration, flag, number } from "../kinds"
import { section, setting } from "../setting"

const DAY = 86_400

export const cache = section(
  "Catalogue cache",
  "Answers about products, categories and tags that are the same for everybody are kept in the memory of each server, and dropped when anything in them changes; `docs/catalogue-cache.md` says more. The seconds below are for browsers and CDNs, which hear of no change: with 0 they ask each time whether theirs still holds.",
  {
    CATALOGUE_CACHE: setting(flag, {
      about: "Whether answers are kept.",
      fallback: "true",
    }),
    CATALOGUE_CACHE_TTL: setting(duration, {
      about:
        "How long an answer is kept at most. So old may figures be that are written all the time: the views and sales in a whole profile.",
      fallback: "1m",
    }),
    CATALOGUE_CACHE_MEGABYTES: setting(number(1, 65_536), {
      about: "The most memory that answers take.",
      fallback: "64",
    }),
    CATALOGUE_CACHE_ENTRIES: setting(number(1, 10_000_000), {
      about: "The most answers that are kept.",
      fallback: "10000",
    }),
    CATALOGUE_BROWSER_SECONDS: setting(number(0, DAY), {
      about: "How long a browser may use an answer without asking (`max-age`).",
      fallback: "0",
    }),
    CATALOGUE_CDN_SECONDS: setting(number(0, DAY), {
      about: "How long a CDN may, for everybody (`s-maxage`).",
      fallback: "0",
    }),
    CATALOGUE_CDN_STALE_SECONDS: setting(number(0, DAY), {
      about:
        "How long after that a CDN may still send it while it asks for a new one (`stale-while-revalidate`).",
      fallback: "0",
    }),
  }
)
