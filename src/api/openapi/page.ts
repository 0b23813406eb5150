import { createHash } from "node:crypto"
import { accessTable, whoMayCall } from "../access"
import { errorCodes } from "../frame/errors/codes"
import { openApiDocument } from "./document"
import { operations } from "./operations"

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character])

/** Backticks in our own texts mark code. */
const prose = (text: string) =>
  escape(text).replace(/`([^`]+)`/g, "<code>$1</code>")

const style = `
:root{color-scheme:light dark;--line:#d4d4d8;--soft:#71717a;--back:#fafafa}
@media(prefers-color-scheme:dark){:root{--line:#3f3f46;--soft:#a1a1aa;--back:#18181b}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:56rem;padding:1.5rem 1rem 4rem}
code,pre{font:.875em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
pre{background:var(--back);border:1px solid var(--line);border-radius:.5rem;max-height:24rem;overflow:auto;padding:.75rem}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:.5rem .75rem}
summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:.25rem .75rem}
summary span{color:var(--soft)}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border-bottom:1px solid var(--line);padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}
p.who{color:var(--soft)}
`

const routes = accessTable
  .map((row) => {
    const { summary, description, answers } =
      operations[`${row.method} ${row.path}`]
    const path = row.path.replace(/:(\w+)/g, "{$1}")
    const operation = openApiDocument.paths[path][row.method.toLowerCase()]
    return `<details><summary><code>${row.method} ${escape(row.path)}</code><span>${prose(summary)}</span></summary>
${description ? `<p>${prose(description)}</p>` : ""}
<p class="who">For ${prose(whoMayCall(row))}.</p>
<p>Answers: ${Object.entries(answers)
      .map(([status, { about }]) => `<code>${status}</code> ${prose(about)}`)
      .join(" · ")}</p>
<pre tabindex="0">${escape(JSON.stringify(operation, null, 2))}</pre></details>`
  })
  .join("\n")

const codes = Object.entries(errorCodes)
  .map(
    ([code, [status, about]]) =>
      `<tr><td><code>${code}</code></td><td>${status}</td><td>${prose(about)}</td></tr>`
  )
  .join("\n")

export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Duka API</title>
<style>${style}</style>
</head>
<body>
<h1>Duka API</h1>
<p>The contract is Medusa's, described in its
<a href="https://docs.medusajs.com/api/store">store</a> and
<a href="https://docs.medusajs.com/api/admin">admin</a> references. These are the
routes Duka adds, also as <a href="/openapi.json">OpenAPI</a>.</p>
<h2>Routes</h2>
${routes}
<h2>Errors</h2>
<p>Every error has <code>type</code>, <code>code</code>, <code>message</code>,
<code>request_id</code> and, where fields are wrong, <code>details</code>.
Decide by <code>code</code>.</p>
<table><thead><tr><th>code</th><th>status</th><th>meaning</th></tr></thead><tbody>
${codes}
</tbody></table>
</body>
</html>
`

const styleHash = createHash("sha256").update(style).digest("base64")

/** Nothing but the page's own style may take effect on it. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
