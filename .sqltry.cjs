require("ts-node/register/transpile-only")
const { statement } = require("./src/modules/catalogue/service")
const { filters, filterNames } = require("./src/modules/catalogue/filters")
const { orderNames } = require("./src/modules/catalogue/orders")
const Knex = require("@medusajs/framework/mikro-orm/knex")
const knexLib = require("knex")
const knex = knexLib({ client: "pg", connection: process.env.DATABASE_URL })
const scope = { channels: ["a"], region: { by: "region_id", value: "x" }, customer_id: "c" }
const raw = { attributes: "Color:Red,Size:L", brand: "a", category: "c", featured: "true", in_stock: "false", max_price: "3", min_price: "1", min_rating: "4", on_sale: "true", tag: "t" }
;(async () => {
  const tries = [...filterNames.map((n) => [n, { filters: { [n]: filters[n].schema.parse(raw[n]) } }]),
    ...orderNames.flatMap((o) => [[o, { filters: {}, order: o }], ["-" + o, { filters: {}, order: "-" + o }]]),
    ["q", { filters: {}, q: "a b%" }],
    ["core", { filters: {}, core: { id: ["a"], tags: { id: "x" }, categories: { id: ["x"] }, is_giftcard: false, created_at: { $gt: "2020-01-01" } } }]]
  for (const by of ["country_code", "cart_id"]) tries.push([by, { filters: {}, order: "price", scope: { ...scope, customer_id: null, region: { by, value: "ke" } } }])
  for (const [n, s] of tries) {
    const { text, values } = statement({ core: {}, skip: 0, take: 5, ...s }, s.scope ?? scope)
    try { const { rows } = await knex.raw(text, values); console.log("ok", n, JSON.stringify(rows[0])) }
    catch (e) { console.log("FAIL", n, String(e.message).slice(-300)) }
  }
  await knex.destroy()
})()
